import Crypto
import Testing

@testable import Credentials

struct PasswordHashTests {
  private let cheap = ScryptCost(logRounds: 4, blockSize: 8, parallelism: 1)
  private let bicycles = Password("Zoë heeft 3 gele fietsen")

  private func salt() throws -> PasswordHash.Salt {
    try #require(PasswordHash.Salt(Array(0...15)))
  }

  /// RFC 7914, section 12: the first 32 of its 64 bytes, which do not depend on how many are asked for.
  @Test(arguments: [
    (
      "", "", ScryptCost(logRounds: 4, blockSize: 1, parallelism: 1),
      "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
    ),
    (
      "password", "NaCl", ScryptCost(logRounds: 10, blockSize: 8, parallelism: 16),
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
    ),
    (
      "pleaseletmein", "SodiumChloride", ScryptCost(logRounds: 14, blockSize: 8, parallelism: 1),
      "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    ),
  ])
  func `the vectors of the RFC`(
    password: String, salt: String, cost: ScryptCost, key: String
  ) throws {
    let answer = try cost.key(from: Password(password), salt: Array(salt.utf8))
    #expect(answer.withUnsafeBytes(Array.init) == bytes(key))
  }

  /// Made with `hashlib.scrypt` of Python 3.11, over the password in NFC.
  @Test(arguments: [
    "$scrypt$ln=17,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$wj515bnRz7vNr6ORq8AyY6M4xOW7wdHiGL/tm40H4x4",
    "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo",
  ])
  func `what Python hashed is right here, and written the same`(text: String) throws {
    let hash = try #require(PasswordHash(text))
    #expect(try hash.isOf(bicycles))
    #expect(try PasswordHash(of: bicycles, salt: salt(), cost: hash.cost) == hash)
    #expect(hash.description == text)
  }

  @Test(arguments: [
    "zoë heeft 3 gele fietsen", "Zoe heeft 3 gele fietsen", "Zoë heeft 3 gele fietsen ",
    "Zoë heeft 3\0 gele fietsen", "Zoë heeft 3 gele", "", "Zoё heeft 3 gele fietsen",
  ])
  func `another password is wrong, however near`(text: String) throws {
    let hash = try PasswordHash(of: bicycles, salt: salt(), cost: cheap)
    #expect(try !hash.isOf(Password(text)))
  }

  @Test func `an accent typed by itself is the same password`() throws {
    let hash = try PasswordHash(of: bicycles, salt: salt(), cost: cheap)
    #expect(try hash.isOf(Password("Zoe\u{308} heeft 3 gele fietsen")))
  }

  @Test func `equal passwords have other hashes`() throws {
    var generator = SeededGenerator(seed: 1)
    let hashes = try (1...3).map { _ in
      try PasswordHash(of: bicycles, salt: .init(using: &generator), cost: cheap)
    }
    #expect(Set(hashes).count == 3)
  }

  @Test func `a hash at another cost than today's is to be made anew`() throws {
    let tail = "$AAECAwQFBgcICQoLDA0ODw$wj515bnRz7vNr6ORq8AyY6M4xOW7wdHiGL/tm40H4x4"
    #expect(try !#require(PasswordHash("$scrypt$ln=17,r=8,p=1" + tail)).needsRenewal)
    for cost in ["ln=16,r=8,p=1", "ln=17,r=8,p=2", "ln=17,r=4,p=1", "ln=18,r=8,p=1"] {
      #expect(try #require(PasswordHash("$scrypt$\(cost)" + tail)).needsRenewal, "\(cost)")
    }
  }

  @Test(arguments: [
    "ln=17,r=8", "ln=17,r=8,p=1,q=1", "r=8,ln=17,p=1", "ln=0,r=8,p=1", "ln=17,r=0,p=1",
    "ln=017,r=8,p=1", "ln=+17,r=8,p=1", "ln=17, r=8,p=1", "ln=17,r=8,p=", "ln=-1,r=8,p=1", "",
    "ln=99999999999999999999,r=8,p=1", "ln=1٧,r=8,p=1", "xx=17,r=8,p=1", "ln17,r=8,p=1",
  ])
  func `a cost is written in one way`(text: String) {
    #expect(ScryptCost(text) == nil)
  }

  @Test(arguments: ["ln=20,r=8,p=1", "ln=24,r=64,p=16", "ln=25,r=1,p=1", "ln=17,r=65,p=1"])
  func `a kept cost never takes all memory`(text: String) {
    #expect(ScryptCost(text) == nil)
  }

  @Test(arguments: [
    "", "scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo",
    "$bcrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo",
    "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0O$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo",
    "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYe",
    "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw==$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo",
    "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo$",
    "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N-vVkm6JTFfMwNlLGYeo",
    "$scrypt$ln=4,r=8,p=1$\u{301}AAECAwQFBgcICQoLDA0ODw$5Z7ciTXtc9Yda/blPgtwWB2N+vVkm6JTFfMwNlLGYeo",
  ])
  func `what is no hash of ours is not read`(text: String) {
    #expect(PasswordHash(text) == nil)
  }

  @Test func `a password never shows`() {
    var dumped = ""
    dump(bicycles, to: &dumped)
    for shown in [dumped, "\(bicycles)", String(reflecting: bicycles)] {
      #expect(!shown.contains("fietsen"))
    }
  }
}
