import Domain
import EventSourcing
import Postgres
import ReadModels
import TestCast
import TestStaging
import Testing

/// What the roles may do in the database besides reading rows: nothing by which rows could get out.
struct RightsOfRolesTests {
  /// Refused before anything is looked at: an error from further on would tell of a row in the way.
  private static let forbidden = [
    "INSERT INTO programme__v1.programme SELECT * FROM programme__v1.programme",
    "UPDATE programme__v1.programme SET number = 1", "DELETE FROM programme__v1.programme",
    "TRUNCATE programme__v1.programme",
    "CREATE TABLE programme__v1.mine ()", "CREATE TABLE mine ()", "CREATE SCHEMA mine",
    "CREATE TEMP TABLE programme (key uuid)", "CREATE TEMP VIEW mine AS SELECT 1",
    "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE sql RETURN true",
    "CREATE FUNCTION leak(text) RETURNS boolean LANGUAGE sql COST 0.0001 RETURN true",
    "CREATE STATISTICS mine ON key, since FROM programme__v1.programme",
    "ALTER TABLE programme__v1.programme DISABLE ROW LEVEL SECURITY",
    "DROP POLICY viewed ON programme__v1.programme", "SELECT pg_read_file('PG_VERSION')",
    "SELECT pg_ls_dir('.')", "SELECT nextval('es_category_category_id_seq')",
    "SELECT last_value FROM es_category_category_id_seq", "SELECT * FROM es_event",
    "COPY programme__v1.programme FROM PROGRAM 'true'", "SELECT make_event_partitions(1)",
  ]

  @Test func `nothing is written, made or read but rows`() async throws {
    try await TestStage.with { stage in
      try await stage.grantRights()
      for statement in Self.forbidden {
        for onlooker in Onlooker.allCases {
          let refusal = await onlooker.refusal(statement, of: stage)
          #expect(refusal == .insufficientPrivilege, "\(onlooker): \(statement)")
        }
      }
    }
  }

  /// Each asks for what there should be none of, under these roles (`$1`).
  private static let amiss = [
    // A way round the policies, or a right that no onlooker needs.
    """
    SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1)
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
    """,
    """
    SELECT m.roleid::regrole || ' to ' || m.member::regrole AS name FROM pg_auth_members m
     WHERE m.member::regrole::text = ANY ($1) AND m.roleid <> ALL ('{koers_guest,koers_public}'::regrole[])
    """,
    """
    SELECT oid::regclass::text AS name FROM pg_class WHERE relowner::regrole::text = ANY ($1)
     UNION ALL
    SELECT oid::regprocedure::text FROM pg_proc WHERE proowner::regrole::text = ANY ($1)
    """,
    """
    SELECT c.oid::regclass || ' for ' || r AS name FROM pg_class c, unnest($1::text[]) AS r
     WHERE relkind = 'S' AND has_sequence_privilege(r, c.oid, 'USAGE, SELECT, UPDATE')
    """,
    // What is read with the rights of whoever made it, and does not ask who looks; `InspectionTests` has it that
    // find_entities does, `HiddenRowsTests` that the two of cases do.
    """
    SELECT p.oid::regprocedure || ' for ' || r AS name FROM pg_proc p, unnest($1::text[]) AS r
     WHERE prosecdef AND has_function_privilege(r, p.oid, 'EXECUTE')
       AND proname NOT IN ('find_entities', 'find_cases', 'cases_relating_to')
    """,
    """
    SELECT c.oid::regclass || ' for ' || r AS name FROM pg_class c, unnest($1::text[]) AS r
     WHERE relkind IN ('v', 'm', 'f') AND relnamespace <> ALL (ARRAY['pg_catalog', 'information_schema']::regnamespace[])
       AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
       AND has_table_privilege(r, c.oid, 'SELECT')
       AND relname NOT IN ('log_moment', 'parked_stream')
    """,
    // A table without policies, or more than reading one that has them.
    """
    SELECT c.oid::regclass || ' for ' || r AS name FROM pg_class c, unnest($1::text[]) AS r
     WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text LIKE '%\\_\\_v%'
       AND (NOT relrowsecurity OR has_table_privilege(r, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'))
    """,
    """
    SELECT c.oid::regclass || ' for ' || r AS name
      FROM pg_class c, unnest(ARRAY['koers_web', 'koers_guest']) AS r
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
       AND (has_any_column_privilege(r, c.oid, 'INSERT, UPDATE, REFERENCES')
         OR NOT relrowsecurity AND has_any_column_privilege(r, c.oid, 'SELECT')) AND $1 IS NOT NULL
    """,
    "SELECT tablename || ': ' || policyname AS name FROM pg_policies WHERE 'public' = ANY (roles) AND $1 IS NOT NULL",
    // A policy whose words are looked up anew wherever whoever asks wants them looked up.
    """
    SELECT proname AS name FROM pg_proc
     WHERE proname LIKE 'viewer\\_%' AND prosqlbody IS NULL AND $1 IS NOT NULL
       AND NOT coalesce('search_path=pg_catalog' = ANY (proconfig), false)
    """,
  ]

  @Test func `no role has a right, a table or a function that goes round the policies`()
    async throws
  {
    let roles = "'{\(Onlooker.roles.joined(separator: ","))}'::text[]"
    try await TestStage.with { stage in
      for question in Self.amiss {
        let found = try await stage.owner.run(
          Statement(trustedFile: question.replacing("$1", with: roles)))
        let names: [String] = try found.map { try $0["name"] }
        #expect(names == [], "\(question)")
      }
    }
  }

  @Test func `what cases were, under an older guard, gets the guard of today`() async throws {
    try await TestStage.with { stage in
      let table = "case_file__v1.case_file_superseded"
      try await stage.owner.batch([
        Statement(
          trustedFile: "CREATE POLICY visited ON \(table) FOR SELECT TO koers_guest USING (true)")
      ])
      try await stage.grantRights()
      let policies = try await stage.owner.run(
        """
        SELECT policyname::text AS name FROM pg_policies
         WHERE tablename = 'case_file_superseded' ORDER BY policyname
        """)
      #expect(try policies.map { try $0["name"] as String } == ["projected", "viewed"])
    }
  }

  @Test func `streams that were left are for whoever watches over the system`() async throws {
    try await TestStage.with { stage in
      try await stage.owner.batch([
        "INSERT INTO es_category (name) VALUES ('programme') ON CONFLICT DO NOTHING",
        """
        INSERT INTO es_parked
          (log_id, projection, generation, category_id, stream_id, position, reason)
        SELECT 1, 'programme', 1, category_id, gen_random_uuid(), 1, 'unreadable'
          FROM es_category LIMIT 1
        """,
      ])
      let watcher = Viewer(noor, of: TestStage.organisation, audiences: [.operations])
      #expect(try await stage.library.look(ParkedStreams(), as: watcher).count == 1)
      for onlooker in Onlooker.readers {
        let seen = try await onlooker.ask("SELECT * FROM parked_stream", of: stage)
        #expect(seen.isEmpty, "\(onlooker)")
      }
      let refusal = await Onlooker.door.refusal("SELECT * FROM parked_stream", of: stage)
      #expect(refusal == .insufficientPrivilege)
    }
  }
}
