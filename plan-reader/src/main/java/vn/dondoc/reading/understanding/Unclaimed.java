package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Measure;
import vn.dondoc.reading.Objective;
import vn.dondoc.reading.text.Search;

/** What the parts on objectives and on work say beyond targets, tasks and duties: nothing is left lying. */
final class Unclaimed {

    private static final int LONGEST_HEADING = 200;
    private static final Pattern POINTS_ELSEWHERE = Pattern.compile(
            "^\\(|(?:có |chi tiết |cụ thể )?(?:tại |theo |như |ở )(?:các )?(?:phụ lục|biểu)[^.;]{0,40}[.;)/\\s]*$|:\\s*\\d{1,3}\\s+(?:chỉ tiêu|nhiệm vụ|mục tiêu)[.;\\s]*$");
    private static final Pattern NO_OBJECTIVE = Pattern.compile("^(?:yêu cầu|quan điểm|phạm vi|đối tượng|nguyên tắc)(?! \\p{L}+ \\p{L}+ \\p{L}+)");
    private static final Pattern CLOSING_BRACKET = Pattern.compile("\\(([^()]+)\\)[\\s.;,/]*$");

    private final Predicate<Item> claimed;

    /** With what tells whether an item has become something else already. */
    Unclaimed(Predicate<Item> claimed) {
        this.claimed = claimed;
    }

    List<Measure> measures(Item root) {
        return leaves(root, SectionKind.TASKS).stream().map(item -> {
            String text = text(item);
            String unit = unitIn(text);
            return new Measure(headingOf(item), unit, text, item.source(), unit == null ? 0.6 : 0.7, "measure-without-lead-or-day");
        }).toList();
    }

    List<Objective> objectives(Item root) {
        return leaves(root, SectionKind.OBJECTIVES).stream().map(item -> {
            String text = text(item);
            return new Objective(headingOf(item), unitIn(text), text, item.source(), 0.7, "objective-without-figure");
        }).toList();
    }

    private List<Item> leaves(Item root, SectionKind kind) {
        List<Item> leaves = new ArrayList<>();
        collect(root, kind, leaves);
        return leaves;
    }

    private void collect(Item parent, SectionKind kind, List<Item> leaves) {
        for (Item item : parent.children()) {
            boolean isBranch = item.children().stream().anyMatch(child -> !child.isField()) && !(item.isBullet() && isFree(item));
            if (item.section() != kind || isBranch) {
                collect(item, kind, leaves);
            } else if (isFree(item) && says(item)) {
                leaves.add(item);
            }
        }
    }

    /** A bullet is taken with what stands below it only where none of that has become something else. */
    private boolean isFree(Item item) {
        return item.tree().noneMatch(claimed);
    }

    private static boolean says(Item item) {
        boolean title = item.children().isEmpty() && (item.text().endsWith(":") || !item.isBody() && !item.isBullet() && item.rank() <= 7);
        boolean onlyParts = !item.children().isEmpty() && !item.isBullet();
        return !item.isField() && !title && !onlyParts && !Targets.isReview(item) && item.text().length() > 10 && !Duties.closes(item) && !Search.finds(POINTS_ELSEWHERE, item.paragraph().text().toLowerCase(Locale.ROOT))
                && !isCaption(item) && item.ancestors().stream().noneMatch(above -> Search.finds(NO_OBJECTIVE, above.folded()));
    }

    /** What stands between the heading of an annex and its table. */
    private static boolean isCaption(Item item) {
        Item parent = item.parent();
        return item.isBody() && parent != null && (Annexes.isHeading(parent.text()) || Search.finds(Zones.KIND, parent.text()));
    }

    private static String text(Item item) {
        return Duties.ending(item.wholeText(below -> false));
    }

    private static @Nullable String headingOf(Item item) {
        Item above = item.parent();
        while (above != null && above.parent() != null && (above.isBody() || above.text().length() > LONGEST_HEADING)) {
            above = above.parent();
        }
        return above == null || above.parent() == null ? null : above.text().replaceFirst("[\\s.:;,]+$", "");
    }

    private static @Nullable String unitIn(String text) {
        Subject subject = Subject.of(text);
        if (subject != null && (subject.from() == 0 || subject.leads())) {
            return subject.name();
        }
        Matcher bracket = Search.in(CLOSING_BRACKET, text);
        return bracket.find() && Units.startsWithUnit(bracket.group(1)) && Units.isUnitHeading(bracket.group(1)) ? bracket.group(1).strip() : null;
    }
}
