package vn.dondoc.plan.naming;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;

/** Names of many units at once ("các phòng, đơn vị liên quan", "30 thôn"), and which units they may mean. */
final class Collective {

    private static final String EACH = NameWords.folded("các");
    private static final Set<String> ALL = words("toàn tất mọi những");
    private static final List<String> CONCERNED = NameWords.split("liên quan");
    private static final Set<String> VILLAGES = words("thôn xóm ấp bản buôn làng tdp");
    private static final Set<String> OFFICES = words("phòng ban ngành cơ quan đơn vị viên trung tâm");
    private static final Set<String> FRONT = words("mặt đoàn hội hiệp chính");
    private static final List<String> NEIGHBOURHOOD = NameWords.split("tổ dân phố");
    private static final List<String> QUARTER = NameWords.split("khu phố");
    private static final List<String> POLITICAL = NameWords.split("chính trị");
    private static final List<String> MASS = NameWords.split("đoàn thể");
    private static final List<String> MEMBERS = NameWords.split("thành viên");
    private static final String SCHOOL = NameWords.folded("trường");
    private static final List<String> HEALTH = NameWords.split("trạm y tế");

    private Collective() {}

    static boolean is(List<String> words) {
        return !words.isEmpty()
                && (words.contains(EACH) || ALL.contains(words.getFirst()) || contains(words, CONCERNED)
                        || (isNumber(words.getFirst()) && words.size() > 1 && !kinds(words).isEmpty()));
    }

    /** The units it may mean, by kind; none where the words name no kind that the commune has. */
    static List<UnitState> expand(List<String> words, Collection<UnitState> units) {
        var kinds = kinds(words);
        return units.stream().filter(unit -> kinds.contains(unit.kind())).toList();
    }

    private static Set<UnitKind> kinds(List<String> words) {
        var kinds = EnumSet.noneOf(UnitKind.class);
        if (words.stream().anyMatch(VILLAGES::contains) || contains(words, NEIGHBOURHOOD) || contains(words, QUARTER)) {
            kinds.add(UnitKind.VILLAGE);
        }
        if (words.contains(SCHOOL)) {
            kinds.add(UnitKind.SCHOOL);
        }
        if (contains(words, HEALTH)) {
            kinds.add(UnitKind.HEALTH);
        }
        if (contains(words, MASS) || contains(words, POLITICAL) || contains(words, MEMBERS)
                || (words.stream().anyMatch(FRONT::contains) && !words.stream().anyMatch(OFFICES::contains))) {
            kinds.add(UnitKind.FRONT);
        }
        if (words.stream().anyMatch(OFFICES::contains)) {
            kinds.addAll(Set.of(UnitKind.OFFICE, UnitKind.POLICE, UnitKind.MILITARY));
        }
        return kinds;
    }

    private static boolean contains(List<String> words, List<String> run) {
        return Collections.indexOfSubList(words, run) >= 0;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static Set<String> words(String text) {
        return Stream.of(text).flatMap(t -> NameWords.split(t).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
