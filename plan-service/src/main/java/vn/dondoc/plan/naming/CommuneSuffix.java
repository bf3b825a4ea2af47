package vn.dondoc.plan.naming;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;

/** "xã", "xã Liên Minh", "của xã": what names of a commune's own units may end in without meaning another unit. */
final class CommuneSuffix {

    private static final String OF = NameWords.folded("của");

    private final List<List<String>> endings = new ArrayList<>();

    CommuneSuffix(UnitState commune) {
        var kind = NameWords.split(switch (commune.kind()) {
            case WARD -> "phường";
            case SPECIAL_ZONE -> "đặc khu";
            default -> "xã";
        });
        var name = NameWords.of(commune.name());
        endings.add(startsWith(name, kind) ? name : joined(kind, name));
        endings.add(kind);
    }

    /** The words without the ending; none where the ending is all there is. */
    List<String> leftOut(List<String> words) {
        for (var ending : endings) {
            int kept = words.size() - ending.size();
            if (kept >= 0 && words.subList(kept, words.size()).equals(ending)) {
                var rest = words.subList(0, kept);
                return !rest.isEmpty() && rest.getLast().equals(OF) ? rest.subList(0, rest.size() - 1) : rest;
            }
        }
        return words;
    }

    static boolean isCommune(UnitState unit) {
        return unit.kind() == UnitKind.COMMUNE || unit.kind() == UnitKind.WARD || unit.kind() == UnitKind.SPECIAL_ZONE;
    }

    private static boolean startsWith(List<String> words, List<String> start) {
        return words.size() >= start.size() && words.subList(0, start.size()).equals(start);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
