package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.Target;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.text.Search;

/** Compares the number of targets or tasks that the text announces with what its lists hold. */
final class DeclaredCounts {

    /** An announced number that differs from what was counted. */
    record Mismatch(Item place, String what, int declared, int counted, boolean byGroups) {

        String[] arguments() {
            return new String[] {what, String.valueOf(declared), String.valueOf(counted), byGroups ? "groups" : "lists"};
        }
    }

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?:gồm|với|thành|tổng số|tổng cộng|có|đề ra|giao|và|là|triển khai|thực hiện|hoàn thành)\\s+(?:tổng số\\s+|đủ\\s+)?(\\d{1,3})\\s+(chỉ tiêu|nhiệm vụ)(?!\\s*(?:\\p{L}+\\s+){0,2}(?:thành phần|trọng tâm là))(?![\\p{L}])");
    private static final Pattern OF_GROUP = Pattern.compile("(?:^|[:(–-]\\s*)(?:gồm\\s+|có\\s+)?(\\d{1,3})\\s+(chỉ tiêu|nhiệm vụ)\\s*[)]?\\s*[.;,]?\\s*$");

    private final Item root;

    DeclaredCounts(Item root) {
        this.root = root;
    }

    List<Mismatch> mismatches(List<Target> targets, int textTargets, List<Task> tasks) {
        List<Mismatch> found = new ArrayList<>();
        List<Item> items = root.tree().filter(item -> item.parent() != null && item.section() != SectionKind.ORGANISATION).toList();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Matcher announced = Search.in(ANNOUNCED, item.folded());
            while (announced.find()) {
                boolean ofTargets = announced.group(2).equals("chỉ tiêu");
                int declared = Integer.parseInt(announced.group(1));
                if (Search.finds(OF_GROUP, item.folded()) && item.label() != null) {
                    continue;
                }
                int groups = groupSum(items, i + 1, announced.group(2));
                int listed = ofTargets ? listedTargets(targets, textTargets) : tasks.size();
                if (groups > 0 && groups != declared) {
                    found.add(new Mismatch(item, announced.group(2), declared, groups, true));
                } else if (listed > 0 && listed != declared && groups == 0) {
                    found.add(new Mismatch(item, announced.group(2), declared, listed, false));
                }
            }
        }
        return found;
    }

    /** Targets of tables where there are any, since single figures in the text are no list. */
    private static int listedTargets(List<Target> targets, int textTargets) {
        int ofTables = targets.size() - textTargets;
        return ofTables > 0 ? ofTables : (int) targets.stream().filter(target -> target.group() != null).count();
    }

    private static int groupSum(List<Item> items, int from, String what) {
        int sum = 0;
        for (int i = from; i < items.size(); i++) {
            Matcher group = Search.in(OF_GROUP, items.get(i).folded());
            if (group.find() && group.group(2).equals(what)) {
                sum += Integer.parseInt(group.group(1));
            } else if (sum > 0) {
                break;
            } else if (i > from + 2) {
                break;
            }
        }
        return sum;
    }
}
