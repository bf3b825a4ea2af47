package vn.dondoc.reading.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Edges;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/** The unit that a heading of the part on carrying out names, without what the heading adds to the name. */
final class UnitHeading {

    private static final Pattern OPENING = Pattern.compile("^(?:Đề nghị|Đối với|Trách nhiệm của|Nhiệm vụ của|Giao|Yêu cầu|Phân công)\\s+(?:các đồng chí (?=\\p{Lu}))?");
    private static final Pattern EXPLANATION = Pattern.compile(
            "\\s*[,(–-]\\s*(?:là\\s+)?(?:cơ quan|đơn vị|bộ phận)\\s+(?:thường trực|đầu mối|chủ trì|tham mưu)(?![\\p{L}]).*$|\\s+là\\s+(?:cơ quan|đơn vị)\\s+(?:thường trực|đầu mối).*$");
    private static final Pattern ENDING = Pattern.compile("(?<=xã|phường|đặc khu|tỉnh|đảng ủy|thường vụ|cấp ủy)\\s+lãnh đạo,?\\s+(?:(?:và )?chỉ đạo\\s+)?(?:ubnd|ủy ban nhân dân|hđnd|mặt trận|mttq|các cơ quan|cấp ủy|chính quyền|chi bộ)(?!\\p{L}).*$|\\s*,?\\s*(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|thực hiện các nhiệm vụ(?: sau)?|(?:tập trung |tiếp tục )?(?:lãnh đạo, chỉ đạo|chỉ đạo)(?: thực hiện| triển khai)?)\\s*(?:như sau|sau)?\\s*$");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    private static final int LONGEST = 160;

    private UnitHeading() {
    }

    /** Null where the heading names no unit. */
    static @Nullable String of(Item heading) {
        String name = nameIn(heading.text());
        boolean assigned = Search.finds(OPENING, heading.text());
        return heading.text().length() <= 300 && (Units.startsWithUnit(name) || assigned && !name.isEmpty()) ? name : null;
    }

    /** The unit that a heading is and nothing else; null for other paragraphs. */
    static @Nullable String alone(Paragraph paragraph) {
        Label label = Label.of(paragraph.text());
        boolean heading = label != null && !label.family().isBullet() || paragraph.style().heading() > 0 || paragraph.style().bold();
        String name = heading && paragraph.text().length() <= LONGEST ? nameIn(label == null ? paragraph.text() : paragraph.text().substring(label.length())) : "";
        return Units.isUnitHeading(name) ? name : null;
    }

    static String nameIn(String heading) {
        String name = Edges.endOff(heading.strip(), ".:;,");
        name = Search.in(OPENING, name).replaceFirst("");
        name = cut(name, EXPLANATION);
        name = cut(name, ENDING);
        name = Search.in(BRACKETS, name).replaceFirst("");
        return Edges.endOff(name, ".:;,").strip();
    }

    private static String cut(String name, Pattern pattern) {
        Matcher matcher = Search.in(pattern, Fold.fold(name));
        return matcher.find() && matcher.start() > 0 ? name.substring(0, matcher.start()) : name;
    }
}
