package vn.dondoc.reading.format;

import java.util.List;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.TextDocument;

/** Joins the lines of a text to paragraphs: hard line breaks inside a sentence go, breaks between items stay. */
final class LineJoiner {

    private static final Pattern WANTS_NUMBER = Pattern.compile(
            ".*(?:điều|khoản|đề án|quý|số|mục|phụ lục|tháng|năm|ngày|thứ|điểm|mẫu|nghị quyết|quyết định|và|của|thứ)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WANTS_MORE = Pattern.compile(".*(?:,|(?<![\\p{L}])(?:và|của|về|các|những|phòng|cho|với|tại|thuộc|theo|trong|do|là|từ|đến|hoặc|gửi|báo cáo|qua|cùng|trước|bằng|giao|yêu cầu|phối hợp|Phòng|Sở|Trung tâm|Chi cục|Ủy ban|Uỷ ban))$");

    private static final Pattern WANTS_QUARTER = Pattern.compile(".*(?<!\\p{L})[Qq]u[ýí]$");
    /** "Quý IV/2026:" */
    private static final Pattern PERIOD = Pattern.compile("(?:Quý|Quí|Tháng|Tuần)\\s+(?:\\d{1,2}|[IVX]{1,3})(?:\\s*(?:/|năm)\\s*20\\d{2})?\\s*:");

    /** At the head each body stands on a line of its own. */
    private static final Pattern BODY_IN_CAPITALS = Pattern.compile("(?:ĐẢNG [ỦU][YỶ]|UBND|[ỦU][YỶ] BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN|CÔNG AN|ĐẢNG BỘ)\\s+(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ|THỊ TRẤN)\\s.*");
    private static final Pattern HALF_IN_CAPITALS = Pattern.compile(".*(?<!\\p{L})(?:CỦA|VÀ|CHO|VỚI|TẠI|BAN CHẤP HÀNH|THƯỜNG VỤ|THƯỜNG TRỰC|VĂN PHÒNG)$");

    /** "… quý I. Chủ trì: Phòng Văn hóa. Phối hợp:" wants the units, which begin the line below. */
    private static final Pattern NAME_OF_PART = Pattern.compile(
            ".*[.;,]\\s+(?:(?:Cơ quan|Đơn vị|Bộ phận|Thời gian|Thời hạn)\\s+)?(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện|[Hh]oàn thành|Thời gian|Thời hạn|Sản phẩm|Kết quả)\\s*:$");

    /** No sentence goes on with one of these words in capitals, unless a name does. */
    private static final Pattern BEGINS_ANEW = Pattern.compile(
            "^(?:Căn cứ|Giám sát|Tổ chức|Thực hiện|Chủ trì|Phối hợp|Triển khai|Tham mưu|Hướng dẫn|Đôn đốc|Theo dõi|Chủ động|Tăng cường)\\s+(?:\\p{Ll}|(?:Luật|Nghị|Quyết|Kế hoạch|Chỉ thị|Công văn|Chương trình)(?!\\p{L})).*");
    private static final Pattern HALF_OF_A_BODY = Pattern.compile(".*(?<!\\p{L})(?:Ban|Tổ|Đoàn|Đội|Phòng|Sở|Trung tâm|Chương trình|Đề án|Dự án|Kế hoạch|Hội đồng|Tiểu ban)$");

    /** "nhiệm kỳ 2025 -" wants its other half. */
    private static final Pattern DASH_AT_END = Pattern.compile("[\\p{L}\\p{N}]\\s[-–—−]$");

    /** The first words of names that go on behind a dash. */
    private static final Pattern HALF_NAME = Pattern.compile(
            ".*(?<!\\p{L})(?:văn hóa|kinh tế|lao động|tài chính|khoa học|nông nghiệp|tư pháp|quốc phòng|chính trị|giáo dục|địa chính|ngân sách|nội vụ)$");

    /** A sentence below capitals: the body that decides stands above it, and no office that signs. */
    private static final int LONGEST_OF_SIGNATURE = 60;
    private static final int LONGEST_HEADING = 40;
    private static final int LONG = 60;
    /** "Văn phòng HĐND và / UBND." */
    private static final int SHORT = 20;
    private static final Pattern OPENS_DOCUMENT = Pattern.compile("^(?:Căn cứ|Thực hiện|Triển khai|Nhằm|Để|Theo|Xét|Trên cơ sở|Được|Tiếp tục|Thi hành|Chấp hành)\\s.*");
    private static final int LONGEST_BRACKETS = 240;

    private final LineWidth width;
    private boolean signing;

    LineJoiner(LineWidth width) {
        this.width = width;
    }

    void join(List<TextLine> lines, TextDocument.Builder document) {
        StringBuilder paragraph = new StringBuilder();
        TextLine first = lines.getFirst();
        TextLine last = null;
        boolean alone = true;
        for (TextLine line : lines) {
            if (last != null && !continues(last, line, alone) && !insideBrackets(paragraph, last, line)) {
                document.paragraph(paragraph.toString(), style(first), null);
                paragraph.setLength(0);
                last = null;
            }
            alone = last == null;
            if (last == null) {
                first = line;
            } else if (!endsInHyphen(last)) {
                paragraph.append(' ');
            }
            paragraph.append(line.text());
            signing = line.opensSignature() || signing && !line.startsLabel() && line.heading() == 0 && (line.isUpper() || line.text().length() <= LONGEST_OF_SIGNATURE);
            last = line;
        }
        document.paragraph(paragraph.toString(), style(first), null);
    }

    /** "(Công an xã chủ trì, phối hợp Viễn thông Vĩnh / Trung)": brackets are closed in the line below. */
    private static boolean insideBrackets(CharSequence paragraph, TextLine line, TextLine next) {
        String text = paragraph.toString();
        int open = text.lastIndexOf('(');
        boolean unclosed = open > text.lastIndexOf(')') && text.length() - open < LONGEST_BRACKETS;
        int close = next.text().indexOf(')');
        boolean closes = close >= 0 && next.text().lastIndexOf('(', close) < 0;
        return unclosed && closes && !next.startsLabel() && next.heading() == 0 && !line.text().endsWith(".") && !next.standsAlone();
    }

    private static Style style(TextLine line) {
        return new Style(line.heading(), line.bold() || line.heading() > 0, false);
    }

    private boolean continues(TextLine line, TextLine next, boolean firstOfParagraph) {
        if (next.heading() > 0 || line.heading() > 0 || line.standsAlone() || next.standsAlone()
                || next.opensSignature() || signing || line.opensSignature()) {
            return false;
        }
        if (next.startsLabel()) {
            return splitByTheBreak(line, next, width.isFull(line, next, false));
        }
        if (endsInHyphen(line) || Search.finds(DASH_AT_END, line.text())) {
            return true;
        }
        if (Character.isDigit(next.text().charAt(0)) && !line.isUpper() && Search.matches(WANTS_NUMBER, line.text())) {
            return true;
        }
        if (next.startsLow()) {
            return !(line.isUpper() && line.endsSentence());
        }
        boolean anew = Search.matches(BEGINS_ANEW, next.text()) && !Search.matches(HALF_OF_A_BODY, line.text()) || Search.matches(PERIOD, next.text())
                || line.isUpper() && Search.matches(BODY_IN_CAPITALS, next.text()) && !Search.matches(HALF_IN_CAPITALS, line.text());
        boolean apart = next.blanks() > width.blanksInside() || anew;
        if (!apart && next.isUpper() && !line.isUpper() && next.text().length() <= SHORT && Search.matches(WANTS_MORE, line.text())) {
            return true;
        }
        if (apart || line.isUpper() != next.isUpper()) {
            return false;
        }
        if (next.blanks() == 0 && Search.matches(NAME_OF_PART, line.text())) {
            return true;
        }
        boolean wantsMore = !isHeading(line) && Search.matches(WANTS_MORE, line.text()) || next.blanks() == 0 && isUnfinished(line, next);
        return (width.isFull(line, next, firstOfParagraph) || wantsMore) && !line.endsSentence();
    }

    /** A long line of running text whose sentence ends in the line close below it. */
    private static boolean isUnfinished(TextLine line, TextLine next) {
        boolean running = line.text().length() >= LONG && line.text().indexOf(',') > 0 && !line.startsLabel() && !line.bold();
        return running && next.endsSentence() && !next.bold() && Search.matches(OPENS_DOCUMENT, line.text());
    }

    /** "Điều 2. Chế độ báo cáo": a short line with a mark is whole whatever word it ends with. */
    private static boolean isHeading(TextLine line) {
        Label label = line.text().length() <= LONGEST_HEADING ? Label.of(line.text()) : null;
        return label != null && !label.family().isBullet();
    }

    /** A mark at the start of a line that belongs to the sentence before it: "kinh tế / - xã hội", "Đề án / 6. Sau đó". */
    static boolean splitByTheBreak(TextLine line, TextLine next, boolean full) {
        Label label = Label.of(next.text());
        if (label == null || line.endsSentence() || line.isUpper()) {
            return false;
        }
        String rest = next.text().substring(label.length());
        boolean hyphen = label.family() == Label.Family.DASH && !rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0)) && full;
        boolean name = label.family() == Label.Family.DASH && full && Search.matches(HALF_NAME, Fold.fold(line.text()));
        boolean number = label.family() == Label.Family.NUMBER && Search.matches(WANTS_NUMBER, line.text())
                || label.family() == Label.Family.ROMAN && Search.matches(WANTS_QUARTER, line.text());
        return hyphen || name || number;
    }

    private static boolean endsInHyphen(TextLine line) {
        return line.endsInHyphen();
    }
}
