package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.TextDocument;

/**
 * Refuses what bears a mark of secrecy. The mark stands alone near the head of a document, or at the top or foot of its pages: "MẬT",
 * "TỐI MẬT", "TUYỆT MẬT", "Độ mật: …".
 */
final class Secrecy {

    /** Alone: on its line, or with a wide gap to what stands beside it. */
    private static final Pattern MARK = Pattern.compile(
            "(?m)(?:^|[|\\t\\[(]|\\s{3,})\\s*(?:(?:ĐỘ MẬT|[Đđ]ộ mật|DẤU MẬT)\\s*:?\\s*)?(?:TUYỆT\\s+|TỐI\\s+)?MẬT\\s*(?:$|[|\\t\\])]|\\s{3,})"
                    + "|^\\s*[Đđ][Ộộ] [Mm][Ậậ][Tt]\\s*:\\s*(?:[Tt]uyệt |[Tt]ối |TUYỆT |TỐI )?[Mm](?:ật|ẬT)"
                    // Where lines of the head were put together
                    + "|(?<!\\p{L})(?<!BÍ )(?<!BẢO )(?:TUYỆT |TỐI )?MẬT\\s+(?:CỘNG H|Độc lập|Số\\s*:|KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG BÁO|NGHỊ QUYẾT|CHƯƠNG TRÌNH|CHỈ THỊ)"
                    + "|(?<!ĐỘ )(?:TUYỆT|TỐI) MẬT(?!\\s*(?:,|VÀ |HOẶC ))");
    /** One of these is part of every mark. */
    private static final List<String> WORDS = List.of("MẬT", "Mật", "mật", "mẬT");
    private static final Pattern PAGE_MARGINS = Pattern.compile("word/(?:header|footer)\\d*\\.xml|xl/worksheets/[^/]+\\.xml");
    private static final Pattern SHEET_MARGINS = Pattern.compile("<(?:odd|even|first)(?:Header|Footer)>([^<]*)<");
    private static final int HEAD = 3000;
    private static final int MOST_OF_MARGINS = 256 * 1024;
    /** Settings of a sheet's pages stand behind its rows. */
    private static final int MOST_OF_SHEET = 24 * 1024 * 1024;

    private Secrecy() {
    }

    static void refuse(TextDocument document, FileKind kind, byte[] file) {
        String head = document.text().substring(0, Math.min(HEAD, document.text().length()));
        if (isMarked(head)) {
            throw new UnreadableException(UnreadableCode.CLASSIFIED, "security mark at the head");
        }
        if ((kind == FileKind.DOCX || kind == FileKind.XLSX) && isMarkedAtMargins(file)) {
            throw atMargins();
        }
    }

    /** Of the text above and below the pages of an old Word file, which the text of the document does not hold. */
    static void refuseMargins(String text) {
        if (isMarked(text)) {
            throw atMargins();
        }
    }

    private static UnreadableException atMargins() {
        return new UnreadableException(UnreadableCode.CLASSIFIED, "security mark at the margin of the pages");
    }

    static boolean isMarked(String text) {
        String clean = Clean.characters(text);
        return WORDS.stream().anyMatch(clean::contains) && MARK.matcher(clean).find();
    }

    private static boolean isMarkedAtMargins(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (PAGE_MARGINS.matcher(name).matches()) {
                    boolean ofSheet = name.startsWith("xl/");
                    String xml = new String(zip.readNBytes(ofSheet ? MOST_OF_SHEET : MOST_OF_MARGINS), StandardCharsets.UTF_8);
                    if (isMarked(ofSheet ? ofSheet(xml) : xml.replaceAll("</w:p>|<w:br/>|<w:tab/>", "\n").replaceAll("<[^>]*>", ""))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
    }

    /** Left, centre and right are told by letters, fonts and sizes in between. */
    private static String ofSheet(String xml) {
        if (!xml.contains("Header>") && !xml.contains("Footer>")) {
            return "";
        }
        StringBuilder margins = new StringBuilder();
        SHEET_MARGINS.matcher(xml).results()
                .forEach(found -> margins.append(found.group(1).replace("&amp;", "&").replaceAll("&quot;|&\"[^\"]*\"", "")
                        .replaceAll("&(?:[LCR]|\\d{1,3}|[BIUESXY]|K[0-9A-F]{6})", "\n")).append('\n'));
        return margins.toString();
    }
}
