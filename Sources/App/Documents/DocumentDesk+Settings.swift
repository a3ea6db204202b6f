import EventStore
import Logging
import Web

extension DocumentDesk {
  /// Where documents come in and go out, as the operator set it up; what does less than it might is told to the operator.
  init(_ settings: Settings, at stage: Stage) {
    let (logger, stripper) = (Logger(label: "koers.documents"), PDFStripperProcess())
    if settings.clamd == nil {
      logger.notice("Documents are not scanned: no clamd is set")
    }
    if !stripper.isThere {
      logger.notice("No metadata is taken out of PDFs: exiftool or qpdf is not there")
    }
    self.init(
      store: PostgresDocuments(of: stage.log, in: stage.writer),
      scanner: settings.clamd.map { ClamdScanner(at: $0) }, stripper: stripper,
      bytesMax: settings.documentBytesMax)
  }
}
