package vn.dondoc.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/**
 * Writes a paper as .pdf in the same form as {@link WordPaper}, with its font embedded: Liberation Serif, as wide as Times New Roman and with every
 * Vietnamese sign. What stands in the paper is text and never markup, and nothing is fetched from anywhere.
 */
public final class PdfPaper {

    private static final String FAMILY = "Liberation Serif";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private static final String STYLE = """
            @page { size: 210mm 297mm; margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); font-family: '%1$s'; font-size: 13pt } }
            @page :first { @top-center { content: none } }
            @page across { size: 297mm 210mm; margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); font-family: '%1$s'; font-size: 13pt } }
            body { font-family: '%1$s'; font-size: 14pt; margin: 0; color: black }
            p { margin: 0 }
            table { border-collapse: collapse; width: 100%% }
            td { vertical-align: top; padding: 0 }
            .head p, .title, .centred, .signature p, .addressee { text-align: center }
            .head { margin-bottom: 14pt } .head p { font-size: 12pt } .head .motto, .head .day, .head .number { font-size: 13pt }
            .rule { text-decoration: underline }
            .strong { font-weight: bold } .slanted { font-style: italic }
            .body { text-align: justify; text-indent: 10mm; margin-top: 2mm }
            .closing { margin-top: 14pt; page-break-inside: avoid } .closing p { font-size: 11pt } .closing .signature p { font-size: 14pt } .closing .to { font-size: 12pt }
            .annex { page: across; page-break-before: always } .annex .belongs { margin-bottom: 8pt }
            .grid { -fs-table-paginate: paginate; table-layout: fixed } .grid tr { page-break-inside: avoid }
            .grid th, .grid td { border: 0.5pt solid black; padding: 1mm 1.5mm; font-size: 12pt; word-wrap: break-word } .grid th { text-align: center }
            """.formatted(FAMILY);

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final StringBuilder html = new StringBuilder(8192);

    private PdfPaper() {}

    public static void write(Paper paper, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder().useFastMode().withHtmlContent(new PdfPaper().page(paper), null).withProducer("Đôn Đốc").toStream(out);
        builder.useFont(() -> font("Regular"), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Italic"), FAMILY, NORMAL, FontStyle.ITALIC, true);
        builder.useFont(() -> font("BoldItalic"), FAMILY, BOLD, FontStyle.ITALIC, true);
        builder.run();
    }

    private static InputStream font(String face) {
        return Objects.requireNonNull(PdfPaper.class.getResourceAsStream("/liberation/LiberationSerif-" + face + ".ttf"));
    }

    private String page(Paper paper) {
        html.append("<html lang=\"vi\"><head><title>").append(escaped(titleOf(paper))).append("</title><style>").append(STYLE).append("</style></head><body>");
        head(paper.head());
        paper.body().forEach(this::block);
        closing(paper);
        paper.annexes().forEach(this::annex);
        return html.append("</body></html>").toString();
    }

    private static String titleOf(Paper paper) {
        return paper.body().stream().filter(block -> block instanceof Block.Line(var look, _) && look == Block.Look.TITLE)
                .map(block -> ((Block.Line) block).text()).reduce((first, second) -> first + " " + second).orElse(paper.head().symbol());
    }

    private void head(Paper.Head head) {
        html.append("<table class=\"head\"><tr><td style=\"width: 40%\">");
        for (var at = 0; at < head.issuer().size(); at++) {
            line(at == head.issuer().size() - 1 ? "strong rule" : "strong", head.issuer().get(at));
        }
        line("number", "Số: " + (head.number() == null ? "      /" + head.symbol() : head.number()));
        if (head.subject() != null) {
            line("subject", head.subject());
        }
        html.append("</td><td style=\"width: 60%\">");
        line("strong", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        line("strong motto rule", "Độc lập - Tự do - Hạnh phúc");
        line("slanted day", head.placeAndDate());
        html.append("</td></tr></table>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Line(var look, var text) -> line(
                    switch (look) {
                        case TITLE -> "title strong";
                        case ADDRESSEE -> "addressee";
                        case CENTRED_ITALIC -> "centred slanted";
                        case HEADING, ITEM -> "body strong";
                        case BODY -> "body";
                    },
                    text);
            case Block.Grid grid -> table(grid);
        }
    }

    private void closing(Paper paper) {
        html.append("<table class=\"closing\"><tr><td style=\"width: 50%\">");
        if (!paper.recipients().isEmpty()) {
            line("strong slanted to", "Nơi nhận:");
            paper.recipients().forEach(one -> line("", "- " + one + ";"));
            line("", "- Lưu: VT.");
        }
        html.append("</td><td class=\"signature\" style=\"width: 50%\">");
        paper.signature().authority().forEach(line -> line("strong", line));
        html.append("<p style=\"height: 25mm\"></p>");
        if (paper.signature().name() != null) {
            line("strong", paper.signature().name());
        }
        html.append("</td></tr></table>");
    }

    private void annex(Paper.Annex annex) {
        html.append("<div class=\"annex\">");
        line("title strong", annex.title());
        line("title strong", annex.name());
        line("centred slanted belongs", annex.belongsTo());
        table(annex.table());
        html.append("</div>");
    }

    private void table(Block.Grid grid) {
        var total = grid.widths().stream().mapToInt(Integer::intValue).sum();
        html.append("<table class=\"grid\"><colgroup>");
        grid.widths().forEach(width -> html.append("<col style=\"width: ").append(width * 100 / total).append("%\" />"));
        html.append("</colgroup><thead><tr>");
        grid.headings().forEach(heading -> html.append("<th>").append(escaped(heading)).append("</th>"));
        html.append("</tr></thead><tbody>");
        grid.rows().forEach(row -> row(row, grid.headings().size()));
        html.append("</tbody></table>");
    }

    private void row(List<String> cells, int columns) {
        html.append("<tr>");
        if (cells.size() == 1 && columns > 1) {
            html.append("<td class=\"strong\" colspan=\"").append(columns).append("\">").append(escaped(cells.getFirst())).append("</td>");
        } else {
            cells.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
        }
        html.append("</tr>");
    }

    private void line(String look, String text) {
        html.append("<p class=\"").append(look).append("\">").append(escaped(text)).append("</p>");
    }

    /** Without what no XML can hold; spaces at the beginning of "  /BC-UBND" are room to write. */
    private static String escaped(String text) {
        return text.replace('\t', ' ').replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\uFFFE\\uFFFF]|\\p{Cs}", "")
                .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("\n", "<br />").replace("  ", "&#160;&#160;");
    }
}
