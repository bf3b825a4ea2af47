package vn.dondoc.acceptance.faults;

import java.util.ArrayList;
import java.util.List;

/** What the oracle found: lists of what is wrong, all empty when all is well. */
final class Verdict {

    int acknowledged;
    int reminders;
    final List<String> lost = new ArrayList<>();
    final List<String> doubled = new ArrayList<>();
    final List<String> missed = new ArrayList<>();
    final List<String> twice = new ArrayList<>();
    /** Gaps in topics, wrong facts or cells, dead letters nobody explains. */
    final List<String> others = new ArrayList<>();

    boolean clean() {
        return problems().isEmpty();
    }

    List<String> problems() {
        var all = new ArrayList<String>();
        lost.forEach(what -> all.add("lost: " + what));
        doubled.forEach(what -> all.add("doubled: " + what));
        missed.forEach(what -> all.add("missed: " + what));
        twice.forEach(what -> all.add("reminded twice: " + what));
        all.addAll(others);
        return all;
    }

    String line(long seed) {
        return "seed %d: acknowledged %d / lost %d / doubled %d / reminders %d / missed %d / doubled %d / other findings %d"
                .formatted(seed, acknowledged, lost.size(), doubled.size(), reminders, missed.size(), twice.size(), others.size());
    }
}
