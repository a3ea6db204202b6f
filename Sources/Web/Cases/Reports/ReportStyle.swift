/// How a report looks, on a screen and on paper; it goes along in the file, which is kept and sent by itself.
enum ReportStyle {
  static let html: HTML = """
    <style>
    @page { size: A4; margin: 22mm 20mm 24mm; @bottom-right { content: counter(page) " / " counter(pages);
      font: 9pt "DejaVu Sans", sans-serif; } }
    html { color: #111; background: #fff; font: 11pt/1.5 "DejaVu Sans", Arial, sans-serif; }
    body { max-width: 170mm; margin: 0 auto; }
    h1 { font-size: 18pt; line-height: 1.2; margin: 8mm 0 5mm; }
    h2 { font-size: 13pt; margin: 7mm 0 2mm; break-after: avoid; }
    h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
    p { margin: 0 0 3mm; orphans: 3; widows: 3; }
    address { font-style: normal; margin: 8mm 0; }
    table { border-collapse: collapse; width: 100%; margin: 3mm 0 5mm; }
    caption { text-align: left; font-weight: bold; padding: 0 0 2mm; }
    th, td { border: 0.5pt solid #555; padding: 1.5mm 2mm; text-align: left; vertical-align: top; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    dl { margin: 0 0 4mm; }
    dt { font-weight: bold; break-after: avoid; }
    dd { margin: 0 0 2mm; }
    footer { margin-top: 10mm; border-top: 0.5pt solid #555; padding-top: 2mm; font-size: 9pt; }
    </style>
    """
}
