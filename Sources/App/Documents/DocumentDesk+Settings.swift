import EventStore
import Logging
import Web

extension DocumentDesk {
  /// Where documents come in and go out, as the operator set it up; what does less than it might is told to the operator.
  init(_ settings: Settings, at stage: Stage) {
    let logger = Logger(label: "koers.documents")
    let (pdf, office) = (StripperProcess.forPDF(), StripperProcess.forOffice())
    if settings.clamd == nil {
      logger.notice("Documents are not scanned: no clamd is set")
    }
    if pdf.kinds.isEmpty {
      logger.notice("No metadata is taken out of PDFs: exiftool or qpdf is not there")
    }
    if office.kinds.isEmpty {
      logger.notice("No metadata is taken out of office documents: python3 is not there")
    }
    self.init(
      store: PostgresDocuments(of: stage.log, in: stage.writer),
      scanner: settings.clamd.map { ClamdScanner(at: $0) }, strippers: [pdf, office],
      bytesMax: settings.documentBytesMax)
  }
}
