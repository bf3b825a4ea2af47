package vn.dondoc.plan.naming;

import java.util.List;
import vn.dondoc.contracts.event.UnitState;

/** A unit under one of its names. */
record NamedAs(UnitState unit, List<String> words) {

    /** Words a name may begin with and be understood without ("VH-XH" for "Phòng VH-XH"). */
    private static final List<List<String>> HEADS = List.of(
            NameWords.split("phòng"), NameWords.split("ban"), NameWords.split("trung tâm"), NameWords.split("hội"),
            NameWords.split("ủy ban"), NameWords.split("trạm"), NameWords.split("văn phòng"));

    boolean is(List<String> asked) {
        return words.equals(asked);
    }

    boolean shortenedBy(List<String> asked) {
        return Initials.shortens(asked, words) || Initials.shortens(words, asked);
    }

    boolean withoutHeadIs(List<String> asked) {
        return HEADS.stream()
                .filter(head -> words.size() > head.size() && words.subList(0, head.size()).equals(head))
                .map(head -> words.subList(head.size(), words.size()))
                .anyMatch(rest -> rest.equals(asked) || Initials.shortens(asked, rest));
    }

    /** A slip of the pen away, or more words of the same. */
    boolean isNear(List<String> asked) {
        var one = String.join(" ", words);
        var other = String.join(" ", asked);
        return Distance.between(one, other) <= Math.max(1, Math.min(one.length(), other.length()) / 8)
                || (Math.min(words.size(), asked.size()) >= 2 && (words.containsAll(asked) || asked.containsAll(words)));
    }

    int distance(List<String> asked) {
        return Distance.between(String.join(" ", words), String.join(" ", asked));
    }
}
