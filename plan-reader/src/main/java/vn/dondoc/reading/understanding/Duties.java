package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Duty;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** What each unit answers for in the part on carrying out: one duty a bullet or paragraph. */
final class Duties {

    private static final Pattern FINAL_STROKE = Pattern.compile("\\s*\\.\\s*/\\s*\\.?\\s*$");
    private static final Pattern CLOSING = Pattern.compile("^(?:trên đây là|nhận được kế hoạch|(?:kế hoạch|chỉ thị|nghị quyết|quyết định|kết luận|chương trình|phương án) này (?:có hiệu lực|được (?:phổ biến|quán triệt|thông báo)|thay thế)|[^.;:,]{3,60} (?:xin |trân trọng )?thông báo (?:để|kết luận|tới|đến) )");
    private static final Pattern CLOSING_IF_LOOSE = Pattern.compile(
            "^(?:trong quá trình|căn cứ (?:kế hoạch|nội dung|nhiệm vụ|các)|yêu cầu|đề nghị (?:các|thủ trưởng)|kế hoạch này|định kỳ|quá trình)");

    private static final Pattern SENDS = Pattern.compile("\\s*(?:có trách nhiệm\\s+)?(?:định kỳ\\s+)?(?:gửi|báo cáo)\\s+(?:báo cáo\\s+)?(?:kết quả|tình hình|số liệu)\\s");
    private static final Pattern TO_ALL = Pattern.compile("^(?:yêu cầu các|trong quá trình (?:tổ chức |triển khai )?(?:thực hiện|triển khai))");

    private final List<Duty> duties = new ArrayList<>();
    private final Map<Item, String> units = new HashMap<>();
    private boolean closed;

    List<Duty> in(Item root) {
        walk(root, null);
        return duties;
    }

    /** The unit that a duty was given to, null for items that are none. */
    @Nullable String unitOf(Item item) {
        return units.get(item);
    }

    /** "Trên đây là …": the end of the document, addressed to nobody. */
    static boolean closes(Item item) {
        return Search.finds(CLOSING, item.folded());
    }

    private void walk(Item parent, @Nullable String unit) {
        boolean inside = parent.section() == SectionKind.ORGANISATION && parent.parent() != null;
        for (Item child : parent.children()) {
            if (Search.finds(CLOSING, child.folded())) {
                closed = inside;
            }
            if (!closed && inside && child.section() == SectionKind.ORGANISATION) {
                visit(child, unit);
            } else {
                closed &= inside;
                walk(child, null);
            }
        }
        closed &= inside;
    }

    private void visit(Item item, @Nullable String unit) {
        if (item.isField() || pointsToAnnex(item)) {
            return;
        }
        boolean heads = !item.isBody() && item.children().stream().anyMatch(child -> !child.isField());
        if (heads && !item.isBullet()) {
            openHeading(item, unit);
        } else if (item.isBullet() && heads && isUnitHeading(item)) {
            walk(item, UnitHeading.nameIn(item.text()));
        } else {
            addLeaf(item, unit);
        }
    }

    private static boolean isUnitHeading(Item item) {
        return item.text().length() <= 160 && UnitHeading.of(item) != null && Units.isUnitHeading(UnitHeading.nameIn(item.text()));
    }

    private void openHeading(Item item, @Nullable String unit) {
        int colon = colonAfterUnit(item.text());
        boolean sentence = colon < 0 && Subject.of(item.text()) != null && !isUnitHeading(item) && endsSentence(item.text());
        if (sentence) {
            String acting = subjectName(item.text(), unit);
            add(item, acting, item.wholeText(Duties::speaksToAll));
            return;
        }
        String named = colon > 0 ? item.text().substring(0, colon) : item.text();
        String own = UnitHeading.of(item) == null ? null : UnitHeading.nameIn(named);
        if (colon > 0 && colon < item.text().length() - 1) {
            add(item, own == null ? UnitHeading.nameIn(named) : own, item.text().substring(colon + 1).strip());
        }
        walk(item, own != null ? own : Units.startsWithUnit(item.text()) ? UnitHeading.nameIn(named) : unit);
    }

    private static boolean endsSentence(String text) {
        return text.endsWith(".") || text.endsWith(";");
    }

    private void addLeaf(Item item, @Nullable String unit) {
        String text = item.text();
        if (item.isBody() && Search.finds(CLOSING_IF_LOOSE, item.folded()) && closesList(item)) {
            return;
        }
        int colon = unit == null || item.isBullet() && unit.isEmpty() ? colonAfterUnit(text) : -1;
        if (colon > 0) {
            add(item, UnitHeading.nameIn(text.substring(0, colon)), text.substring(colon + 1).strip());
            return;
        }
        String acting = unit != null ? unit : subjectName(text, null);
        if (acting == null || text.endsWith(":") && item.children().isEmpty()) {
            return;
        }
        boolean onlyReports = unit == null && (Fold.fold(text).startsWith("định kỳ") || item.isBody() && onlySends(text, acting));
        if (!onlyReports) {
            add(item, acting, item.wholeText(Duties::speaksToAll));
        }
    }

    /** "Các đơn vị gửi kết quả về … trước ngày 14 hằng tháng để tổng hợp": a paragraph that sets a report and no other work. */
    private static boolean onlySends(String text, String acting) {
        String folded = Fold.fold(text);
        boolean sends = text.startsWith(acting) && Search.at(SENDS, folded, Math.min(acting.length(), folded.length()));
        return sends && folded.indexOf(". ") < 0 && folded.indexOf(';') < 0 && Rhythms.in(folded).stream().anyMatch(entry -> entry.day() != null);
    }

    private static boolean speaksToAll(Item below) {
        return below.isBody() && (Search.finds(CLOSING, below.folded()) || Search.finds(CLOSING_IF_LOOSE, below.folded()));
    }

    /** A loose paragraph after bullets speaks to everybody, not to the unit of the heading above. */
    private static boolean closesList(Item item) {
        Item parent = item.parent();
        if (parent == null) {
            return true;
        }
        List<Item> siblings = parent.children();
        int at = siblings.indexOf(item);
        Item before = at > 0 ? siblings.get(at - 1) : null;
        boolean toAll = before != null && before.isBody() && at == siblings.size() - 1 && Search.finds(TO_ALL, item.folded());
        return toAll || before != null && (before.isBullet() || !before.isBody() && at == siblings.size() - 1);
    }

    private static @Nullable String subjectName(String sentence, @Nullable String otherwise) {
        Subject subject = Subject.of(sentence);
        return subject == null ? otherwise : subject.name();
    }

    /** Where "Phòng Kinh tế: Chủ trì …" ends the name, -1 where no unit is named so. */
    private static int colonAfterUnit(String text) {
        int colon = text.indexOf(':');
        boolean named = colon > 0 && colon <= 200 && Units.startsWithUnit(UnitHeading.nameIn(text.substring(0, colon)));
        return named && (Units.isUnitHeading(UnitHeading.nameIn(text.substring(0, colon)))) ? colon : -1;
    }

    private static boolean pointsToAnnex(Item item) {
        return item.text().startsWith("(") && item.folded().contains("phụ lục");
    }

    private void add(Item item, @Nullable String unit, String raw) {
        String text = ending(raw);
        if (unit != null && !unit.isEmpty() && text.length() > 3) {
            units.put(item, unit);
            boolean heading = item.parent() != null && unit.equals(item.parent() == null ? "" : UnitHeading.nameIn(item.parent().text()));
            duties.add(new Duty(unit, text, item.source(), heading ? 0.95 : 0.8, heading ? "under-unit-heading" : "subject-of-sentence"));
        }
    }

    static String ending(String raw) {
        return Search.in(FINAL_STROKE, raw.strip()).replaceFirst(".");
    }
}
