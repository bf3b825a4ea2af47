package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Edges;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/**
 * The named parts of a task as plans print them: "Cơ quan chủ trì: …", "Phối hợp: …", "Thời gian hoàn thành: …", each in
 * a line of its own or one after the other.
 */
final class Fields {

    enum Role { LEAD, LEAD_AND_COORDINATING, COORDINATING, DUE, PRODUCT, BUDGET, OTHER }

    /** A named value; {@code from} is where its name begins in the text. */
    record Field(Role role, String value, int from) {
    }

    private static final String WHO = "(?:(?:các |những )?(?:cơ quan|đơn vị|bộ phận|cá nhân|phòng|người|ngành|lãnh đạo|cán bộ)(?:\\s*[,/]\\s*(?:cơ quan|đơn vị|bộ phận|cá nhân|tổ chức|người|ngành))*(?:\\s+được giao)?\\s+)";
    private static final Map<Role, Pattern> NAMES = new EnumMap<>(Role.class);

    static {
        name(Role.LEAD_AND_COORDINATING, WHO + "?(?:chủ trì|đầu mối|thực hiện)\\s*(?:,|và|-|/)\\s*" + WHO + "?phối hợp(?: thực hiện)?");
        name(Role.LEAD, WHO + "(?:chịu trách nhiệm\\s+|làm\\s+)?(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm|thực hiện|tham mưu|chủ quản|triển khai|đôn đốc)"
                + "(?:\\s+(?:thực hiện|tham mưu|triển khai|chính|theo dõi))*|(?:chủ trì|phụ trách|đầu mối)(?:\\s+(?:thực hiện|tham mưu|triển khai))?|phân công(?:\\s+thực hiện)?|trách nhiệm(?:\\s+thực hiện)?|phân công,? trách nhiệm");
        name(Role.COORDINATING, WHO + "?(?:cùng\\s+)?phối hợp(?:\\s+(?:thực hiện|với|cùng))*");
        name(Role.DUE, "(?:thời gian|thời hạn|tiến độ|hạn|thời điểm|mốc thời gian|lộ trình)(?:\\s*,?\\s*(?:hoàn thành|hoàn tất|thực hiện|triển khai|tổ chức|xong|kết thúc|xử lý|dự kiến|tiến độ|báo cáo|khắc phục|giải quyết|trình|ban hành|nghiệm thu|bàn giao))*(?:\\s*\\([^)]{1,30}\\))?|hoàn thành");
        name(Role.PRODUCT, "(?:sản phẩm|kết quả|đầu ra)(?:\\s*[,/]?\\s*(?:sản phẩm|kết quả|đầu ra|dự kiến|đạt được|hoàn thành|cần đạt|thực hiện|chủ yếu|yêu cầu|công việc))*");
        name(Role.BUDGET, "(?:dự kiến |tổng |nhu cầu |dự toán )?kinh phí(?:\\s+(?:thực hiện|dự kiến|khoảng))*");
        name(Role.OTHER, "(?:biện pháp|giải pháp|địa điểm|thành phần|nội dung|hình thức|đối tượng|số lượng|cách thức|phương pháp|mục đích|ghi chú|nguồn kinh phí|nguồn vốn)(?:\\s+(?:thực hiện|tổ chức|tham dự|tham gia|công việc))*");
    }

    /** "Hoàn thành trước ngày 30/6." alone in a line is a deadline without its name. */
    private static final Pattern TIME_ALONE = Pattern.compile(
            "^((?:phấn đấu |cơ bản |yêu cầu )?(?:hoàn thành|thực hiện|triển khai|kết thúc|xong)(?: xong| dứt điểm)?\\s+)"
                    + "(?:(?:trước|trong|vào|từ|chậm nhất|đến|hết|hằng|hàng|thường xuyên|liên tục|định kỳ|ngày|tuần|tháng|quý|năm|giai đoạn|và|là|muộn nhất|đầu|cuối|trở đi|các|những|tiếp theo|duy trì|[ivx]{1,4}(?:/\\d{4})?|[\\d/.,;-]+)(?:[\\s,.;]+|$))+$");
    private static final int LONGEST_TIME = 90;
    private static final Pattern TIMED = Pattern.compile("\\d|thường xuyên|liên tục|hằng|hàng|[ivx]");

    private static final Pattern OPENS = Pattern.compile("(?:^|[.;,(]\\s*|\\s[-–—−+]\\s*|\\n\\s*[-+]?\\s*)$");

    private Fields() {
    }

    private static void name(Role role, String words) {
        NAMES.put(role, Pattern.compile("(?<!\\p{L})(?:" + words + ")\\s*:"));
    }

    /** The named values of a text in order; the name itself is left out. */
    static List<Field> in(String text) {
        String folded = Fold.fold(text);
        List<int[]> names = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        int at = folded.indexOf(':');
        int after = 0;
        while (at >= 0) {
            Role role = nameBefore(folded, after, at, names);
            if (role != null) {
                roles.add(role);
            }
            after = at + 1;
            at = folded.indexOf(':', after);
        }
        Matcher alone = names.isEmpty() && folded.length() <= LONGEST_TIME ? TIME_ALONE.matcher(folded) : null;
        if (alone != null && alone.matches() && Search.finds(TIMED, folded)) {
            return List.of(new Field(Role.DUE, value(text.substring(alone.end(1))), 0));
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int end = i + 1 < names.size() ? names.get(i + 1)[0] : text.length();
            fields.add(new Field(roles.get(i), value(text.substring(names.get(i)[1], end)), names.get(i)[0]));
        }
        return fields;
    }

    private static @Nullable Role nameBefore(String folded, int after, int colon, List<int[]> names) {
        int from = Math.max(after, colon - 80);
        String before = folded.substring(from, colon + 1);
        for (Map.Entry<Role, Pattern> entry : NAMES.entrySet()) {
            if (!Search.finds(entry.getValue(), before)) {
                continue;
            }
            Matcher matcher = entry.getValue().matcher(folded).region(from, colon + 1).useTransparentBounds(true);
            while (matcher.find()) {
                boolean opens = matcher.end() == colon + 1 && Search.finds(OPENS, folded.substring(Math.max(0, matcher.start() - 6), matcher.start()))
                        && (matcher.start() >= 6 || Search.finds(OPENS, folded.substring(0, matcher.start())));
                if (opens) {
                    names.add(new int[] {matcher.start(), colon + 1});
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    private static String value(String raw) {
        return Edges.endOff(Edges.endOff(raw.strip(), "(–—−+-"), ".;,");
    }

    /** Whether a text begins with the name of a part. */
    static boolean isNamed(String text) {
        List<Field> fields = in(text);
        return !fields.isEmpty() && fields.getFirst().from() == 0 && text.indexOf(':') > 0;
    }

    /** Whether a paragraph is a named value and nothing else. */
    static boolean startsWithField(String text) {
        List<Field> fields = in(text);
        return !fields.isEmpty() && fields.getFirst().from() == 0;
    }
}
