import Domain

extension StripperProcess {
  /// Takes the properties out of an office document by the archive reader of Debian's Python.
  ///
  /// Of Office Open XML (ISO/IEC 29500-2) these are the parts that the package names as its properties and its
  /// thumbnail; of OpenDocument (ISO/IEC 26300-3) `meta.xml` and the thumbnails. What named them no longer does. All
  /// else stays as it is; what an archive says about its entries (moments, owners, comments) goes.
  ///
  /// - Parameter python: Python's command.
  /// - Returns: one of which `kinds` is empty while Python is not there.
  static func forOffice(python: String = "/usr/bin/python3") -> StripperProcess {
    StripperProcess(
      of: [.docx, .xlsx, .pptx, .odt, .ods, .odp], beginningWith: "PK",
      by: [Step(program: python, arguments: ["-I", "-c", withoutProperties])])
  }

  /// An error is said by its kind alone, since its words may be those of the document.
  private static let withoutProperties = #"""
    import posixpath, shutil, sys, zipfile
    from xml.etree import ElementTree

    RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
    TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
    MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    # The strict variant of the standard writes the names of its own without a hyphen.
    PROPERTIES = {
        "core-properties", "extended-properties", "custom-properties", "thumbnail",
        "extendedProperties", "customProperties",
    }


    def written(tree, namespace):
        ElementTree.register_namespace("", namespace)
        return ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True)


    def without(tree, is_gone):
        for element in [element for element in tree if is_gone(element)]:
            tree.remove(element)


    def of_package(archive):
        relationships = ElementTree.fromstring(archive.read("_rels/.rels"))
        gone = {"docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"}

        def is_property(element):
            return element.get("Type", "").rsplit("/", 1)[-1] in PROPERTIES

        for element in filter(is_property, relationships):
            gone.add(posixpath.normpath(element.get("Target")).lstrip("/"))
        without(relationships, is_property)
        types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
        without(types, lambda element: element.get("PartName", "").lstrip("/") in gone)
        return gone, {
            "_rels/.rels": written(relationships, RELATIONSHIPS),
            "[Content_Types].xml": written(types, TYPES),
        }


    def of_open_document(archive):
        gone = {
            name for name in archive.namelist() if name == "meta.xml" or name.startswith("Thumbnails/")
        }
        manifest = ElementTree.fromstring(archive.read("META-INF/manifest.xml"))
        path = "{%s}full-path" % MANIFEST
        without(manifest, lambda element: element.get(path, "") in gone | {"Thumbnails/"})
        ElementTree.register_namespace("manifest", MANIFEST)
        said = ElementTree.tostring(manifest, encoding="utf-8", xml_declaration=True)
        return gone, {"META-INF/manifest.xml": said}


    def strip(source, target):
        names = source.namelist()
        if len(set(names)) < len(names):
            raise ValueError
        gone, anew = (of_package if "_rels/.rels" in names else of_open_document)(source)
        for entry in source.infolist():
            if entry.filename in gone:
                continue
            kept = zipfile.ZipInfo(entry.filename)
            kept.compress_type = entry.compress_type
            with target.open(kept, "w", force_zip64=entry.file_size >= 1 << 31) as written_to:
                if entry.filename in anew:
                    written_to.write(anew[entry.filename])
                else:
                    with source.open(entry) as read_from:
                        shutil.copyfileobj(read_from, written_to)


    try:
        with zipfile.ZipFile(sys.stdin.buffer) as source, zipfile.ZipFile(sys.stdout.buffer, "w") as target:
            strip(source, target)
    except Exception as error:
        sys.exit(type(error).__name__)
    """#
}
