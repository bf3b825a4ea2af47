package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.understanding.Figures.Figure;

/**
 * Quantified objectives in running text. In a list of objectives any counted thing is one; elsewhere only a percentage
 * is. Figures of tasks and duties are none.
 */
final class Targets {

    private static final Pattern PART = Pattern.compile(";\\s+(?![^()]*\\))");
    private static final Pattern CLAUSE = Pattern.compile(
            ",\\s+(?=năm\\s+\\d{4}\\s+(?:đạt|là|còn|tăng|giảm)\\s)|,\\s+(?=[^,;%]{3,80}\\s(?:đạt|chiếm|còn|tối thiểu|ít nhất)\\s+[^,;%]{0,20}\\d+(?:,\\d+)?\\s*%)|,\\s+(?=(?:và\\s+)?(?:đến|vào|hết|riêng)\\s+(?:cuối |hết )?(?:năm|giai đoạn|quý)\\s+[\\divx])|(?:,|\\s+và)\\s+(?:trong đó,?\\s+)?(?=(?:(?:trên|ít nhất|tối thiểu|phấn đấu|đạt|có|dưới|khoảng|từ)\\s+)*\\d{1,3}(?:,\\d+)?\\s*%)|,\\s+(?=(?:\\p{L}+\\s+){0,2}\\d{1,3}\\s+(?:nhà|mô hình|lớp|hộ|km|ha|công trình|buổi|cuộc|sản phẩm|hợp tác xã|doanh nghiệp|cây|điểm)(?!\\p{L}))|\\s+và\\s+(?=\\d{1,3}(?:[.,]\\d+)?\\s+(?:nhà|mô hình|lớp|hộ|km|ha|công trình|buổi|cuộc|sản phẩm|hợp tác xã|doanh nghiệp|cây|điểm)(?!\\p{L}))|,\\s+(?:trong đó\\s*,?\\s*)?(?=(?:tỷ lệ|tỉ lệ|tỷ trọng|số lượng|tổng số|số)\\s)");
    private static final Pattern SOURCE_NOTE = Pattern.compile("\\s*\\((?:theo|nguồn|căn cứ|trích|tại)\\s[^()]*(?:\\([^()]*\\)[^()]*)*\\)");
    private static final Pattern PAST = Pattern.compile("đã đạt|mới đạt|ước đạt|hiện nay|hiện có|tính đến|đã có|đã thực hiện|(?<!so với )cùng kỳ");
    private static final Pattern PAST_YEAR = Pattern.compile("(?<!đến |cuối |vào |hết |trong |phấn đấu )năm \\d{4} đạt");
    private static final Pattern REVIEW = Pattern.compile("đánh giá|thực trạng|tình hình|kết quả (?:đạt được|thực hiện|tháng|quý|năm|công tác)|tồn tại|hạn chế");
    private static final Pattern OF_RESULTS = Pattern.compile("^(?:về )?kết quả (?:thực hiện|tháng|quý|năm|công tác)");
    private static final Pattern AIM = Pattern.compile(
            "(?:đạt|tối thiểu|tối đa|ít nhất|phấn đấu|trên|dưới|không quá|từ|thêm|tăng|giảm|xuống|còn|có|xây dựng|hình thành|thành lập|tổ chức|trồng|hỗ trợ|đào tạo|thu hút|bình quân|hoàn thành|duy trì|công nhận|thu)\\s+(?:được\\s+|mới\\s+|thêm\\s+|khoảng\\s+|ít nhất\\s+|tối thiểu\\s+|trên\\s+|từ\\s+)*$|(?:việc làm|nghề|tập huấn|bồi dưỡng|vay vốn|bảo hiểm y tế)(?: mới)? cho\\s+$|(?:mỗi năm|hằng năm|hàng năm|bình quân|mỗi \\p{L}+|trong nhóm|trong top|nhóm|top)\\s+$|(?:≥|≤|>|<|=|:)\\s*$");
    private static final Pattern PER = Pattern.compile("(?:trên|/|mỗi|cho)\\s*$");
    private static final Pattern PER_UNIT = Pattern.compile("1(?:0{2,6})?");
    private static final Pattern NOT_COUNTED = Pattern.compile(
            "^\\s*(?:/|tháng|quý|năm|tuổi|con số|lần/|g(?![\\p{L}\\d])|chỉ tiêu|nhiệm vụ|nhóm|nội dung)|^\\s*$|^\\s*[.,;)]");
    private static final Pattern NAMED_NUMBER = Pattern.compile("(?:điều|khoản|đề án|quý|số|mục|phụ lục|tháng|(?<!mỗi )(?<!hằng )(?<!hàng )năm|ngày|giai đoạn|thứ|khóa|lần|cấp độ|mức độ|nghị quyết|quyết định|kế hoạch|chương trình|bước|loại|hạng|lớp)\\s*$");
    private static final Pattern COUNTED = Pattern.compile(
            "^\\s*((?:triệu|nghìn|ngàn|vạn)\\s+(?:lượt(?: khách| người)?|người|tấn|con|cây|hộ|m2|m3|ha|sản phẩm|khách)(?!\\p{L})|(?:triệu|tỷ|nghìn|ngàn)\\s+đồng(?:\\s*/\\s*[\\p{L}]+(?:\\s*/\\s*[\\p{L}]+)?)?|(?:mô hình|doanh nghiệp|hợp tác xã|sản phẩm(?: ocop)?|hộ(?: gia đình)?|người|lớp|buổi|cuộc|lượt(?: người| khách)?|ha|tấn|tạ|km|m2(?: sàn)?|m3|điểm|thôn|xóm|tổ|hội nghị|đợt|công trình|nhiệm vụ|dự án|cán bộ|trường|trạm|tuyến|đơn vị|tổ chức|nền tảng|dịch vụ|hệ thống|chuyến|kỳ|lao động|giường bệnh|bác sĩ|cây|con|căn hộ|căn|nhà|thiết bị|camera|bài|tin|chuyên mục|lần|hồ sơ|hội viên|đảng viên|nhà ở|mái ấm|trẻ|em|học sinh|phút|giờ|ngày làm việc|ngày công|ngày)(?![\\p{L}])(?:\\s*/\\s*[\\p{L}]+)?)");

    private static final Pattern ANY_TWO_WORDS = Pattern.compile("^\\s*(\\p{Ll}{2,}(?=\\s+(?:vào|trên|tại|cho|của|để|và|trong|theo|từ|đến|với|trước|sau|được)(?!\\p{L}))|\\p{Ll}{2,}\\s+\\p{Ll}{2,})(?![\\p{L}])");

    private static final Pattern PLACED = Pattern.compile("^(?:tại|trên|ở|cho|của|trong|với|gồm|thuộc|từ|và|sau|các)(?!\\p{L})|(?:tại|trên|ở|của|trong|với|gồm|thuộc)\\s+$");
    private static final Pattern TIME = Pattern.compile("^\\s*(?:phút|giờ|ngày)(?!\\p{L})");
    private static final Pattern LIMIT = Pattern.compile("(?:tối đa|tối thiểu|không quá|ít nhất|dưới|xuống|còn)\\s+$");
    private static final Pattern EACH_YEAR = Pattern.compile("\\s*(?:/|mỗi |một |hằng )\\s*(?:năm|quý|tháng)(?: trở lên)?\\s*");
    private static final Pattern ONLY_TIME = Pattern.compile("(?:vào |đến |trong )?(?:cuối |hết )?(?:(?:năm|giai đoạn|quý|tháng) [\\d/ivx -]+)?");
    private static final Pattern NEEDS_MORE = Pattern.compile("(?<!\\p{L})(?:cho|với|của|về|tại|trong|bởi|được|thêm|mới|xây dựng|tổ chức|thành lập|hoàn thành|trồng|mở|hỗ trợ|kết nạp|đón|thu hút)$");

    /** "…: đến năm 2026", of a measure with several. */
    private static final Pattern MILESTONE = Pattern.compile("(?iu)\\s*[:,]\\s*(?:đến|vào|hết|năm)\\s+(?:(?:cuối|hết)\\s+)?(?:năm\\s+)?\\d{4}\\s*$");

    private static final Pattern LATER = Pattern.compile("(?iu)[\\s:,]+(?:đến|vào|hết|năm)\\s+(?:(?:cuối|hết)\\s+)?(?:năm\\s+)?\\d{4}\\s*$");

    private final Predicate<Item> excluded;
    private final List<Target> targets = new ArrayList<>();

    Targets(Predicate<Item> excluded) {
        this.excluded = excluded;
    }

    List<Target> in(Item root) {
        root.tree().filter(item -> item.parent() != null && !excluded.test(item)).forEach(this::read);
        return targets;
    }

    private void read(Item item) {
        boolean objectives = item.section() == SectionKind.OBJECTIVES;
        String text = Search.in(SOURCE_NOTE, item.text()).replaceAll("");
        if (Search.finds(PAST, Fold.fold(text)) || !objectives && (text.indexOf('%') < 0 || isReview(item)) || isHeading(item)) {
            return;
        }
        String measure = "";
        for (String part : PART.split(text)) {
            for (String clause : clauses(part)) {
                // After a milestone "năm 2030 đạt …" is the next; without one it tells what was reached
                if (measure.isEmpty() && Search.finds(PAST_YEAR, Fold.fold(clause))) {
                    continue;
                }
                measure = readClause(item, clause, objectives, measure);
            }
        }
    }

    /** What was reached is no aim. */
    static boolean isReview(Item item) {
        return Search.finds(OF_RESULTS, item.folded()) || item.ancestors().stream().anyMatch(above -> above.text().length() < 120 && Search.finds(REVIEW, above.folded()));
    }

    private static boolean isHeading(Item item) {
        return item.children().stream().anyMatch(child -> !child.isBody()) && item.text().indexOf('%') < 0;
    }

    /** A part is cut where a second measure with a figure of its own begins. */
    private static List<String> clauses(String part) {
        List<String> clauses = new ArrayList<>();
        Matcher cut = Search.in(CLAUSE, Fold.fold(part));
        int start = 0;
        while (cut.find()) {
            String before = part.substring(start, cut.start());
            if (aims(before, true).isEmpty() || aims(part.substring(cut.end()), true).isEmpty()) {
                continue;
            }
            clauses.add(before);
            start = cut.end();
        }
        clauses.add(part.substring(start));
        return clauses;
    }

    /** Gives what was measured, for a later milestone of the same measure ("…, phấn đấu đạt 95% vào năm 2028"). */
    private String readClause(Item item, String clause, boolean objectives, String measured) {
        List<Figure> aims = aims(clause, objectives);
        if (!aims.isEmpty()) {
            Figure aim = aims.stream().filter(figure -> figure.unit().equals("%")).findFirst().orElse(aims.getFirst());
            String name = name(clause, aim);
            boolean later = !measured.isEmpty() && Search.matches(ONLY_TIME, Fold.fold(name));
            if (Search.matches(ONLY_TIME, Fold.fold(name).replaceFirst("^trong đó[, ]+", "")) && Fold.fold(name).startsWith("trong đó")) {
                name = capitalised(PlannedWork.titleOf(clause));
            }
            targets.add(new Target(group(item, objectives), later ? measured : name, aim.operator(), aim.value(), aim.unit(), null, null,
                    item.source(), objectives ? 0.9 : 0.7, objectives ? "figure-in-objectives" : "percentage-in-text"));
            return later ? measured : LATER.matcher(PlannedWork.titleOf(clause.substring(0, aim.from()))).replaceFirst("");
        }
        return measured;
    }

    private static List<Figure> aims(String text, boolean objectives) {
        String folded = Fold.fold(text);
        List<Figure> aims = new ArrayList<>();
        for (Figure figure : Figures.in(text)) {
            if (Search.finds(NAMED_NUMBER, folded.substring(Math.max(0, figure.number() - 30), figure.number()))) {
                continue;
            }
            if (figure.unit().equals("%")) {
                aims.add(figure);
            } else if (objectives) {
                Figure counted = counted(figure, folded, text);
                if (counted != null) {
                    aims.add(counted);
                }
            }
        }
        return aims;
    }

    /** "sửa chữa 08 nhà": right behind the words for what is done. */
    private static boolean doneTo(String text, Figure figure) {
        int at = figure.number();
        for (int word = 0; word < 5 && at > 1; word++) {
            at = text.lastIndexOf(' ', at - 2) + 1;
            boolean does = Verbs.at(text.substring(at, at + 1).toLowerCase(java.util.Locale.ROOT) + text.substring(at + 1), 0);
            boolean placed = Search.finds(PLACED, Fold.fold(text.substring(at, figure.number())));
            if (does || placed) {
                return does && !placed;
            }
        }
        return false;
    }

    private static @Nullable Figure counted(Figure figure, String folded, String text) {
        String after = folded.substring(figure.to());
        Matcher unit = Search.in(COUNTED, after);
        boolean timed = Search.finds(TIME, after) && !Search.finds(LIMIT, folded.substring(0, figure.number()));
        boolean aimed = figure.number() == 0 || doneTo(text, figure) || Search.finds(AIM, folded.substring(Math.max(0, figure.number() - 60), figure.number()));
        if (aimed && !unit.find(0)) {
            unit = Search.in(ANY_TWO_WORDS, after);
        }
        boolean per = Search.finds(PER, folded.substring(0, figure.number())) && Search.matches(PER_UNIT, figure.value().toPlainString());
        if (!aimed || per || timed || !unit.find(0) || Search.finds(NOT_COUNTED, after) && !unit.group(1).contains("/")) {
            return null;
        }
        String printed = text.substring(figure.to() + unit.start(1), figure.to() + unit.end(1));
        return new Figure(figure.from(), figure.number(), figure.to(), figure.operator(), figure.value(), printed);
    }

    /** Without the figure where it opens or closes the clause, whole where it stands inside. */
    private static String name(String clause, Figure figure) {
        String clean = PlannedWork.titleOf(clause);
        int shift = Math.max(0, clause.indexOf(clean));
        int from = Math.max(0, figure.from() - shift);
        int to = Math.clamp(figure.to() - shift, from, clean.length());
        boolean percent = figure.unit().equals("%");
        if (clean.substring(0, from).isBlank() && percent) {
            return capitalised(PlannedWork.titleOf(clean.substring(to)));
        }
        String rest = clean.substring(to);
        String unit = Fold.fold(figure.unit());
        boolean closes = rest.isBlank() || Search.matches(EACH_YEAR, Fold.fold(rest)) || !percent && (Fold.fold(rest).strip().equals(unit) || Fold.fold(rest).strip().equals(unit + " trở lên"));
        String before = PlannedWork.titleOf(clean.substring(0, from));
        boolean cut = closes && before.indexOf(' ') > 0 && !Search.finds(NEEDS_MORE, Fold.fold(before));
        return cut ? MILESTONE.matcher(before).replaceFirst("") : capitalised(clean);
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static @Nullable String group(Item item, boolean objectives) {
        if (!objectives) {
            return null;
        }
        return item.ancestors().stream().findFirst().map(above -> PlannedWork.titleOf(above.text())).orElse(null);
    }
}
