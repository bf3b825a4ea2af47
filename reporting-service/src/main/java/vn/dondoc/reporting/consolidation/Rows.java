package vn.dondoc.reporting.consolidation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.id.ReportId;

/** The reports that are expected with the answers that are there, in the order of names, and the figures that they tell or owe. */
record Rows(List<Asked> asked, List<Kind> kinds) {

    Rows {
        asked = List.copyOf(asked);
        kinds = List.copyOf(kinds);
    }

    /** The reports whose answer is another one than before; one that was taken back and not sent again stays as it was. */
    List<Asked> since(List<Asked> before) {
        var known = byReport(before);
        return asked.stream().filter(row -> row.version() != null)
                .filter(row -> !known.containsKey(row.report()) || !Objects.equals(known.get(row.report()).version(), row.version())).toList();
    }

    /** What holds after those corrections. */
    static List<Asked> overlaid(List<Asked> signed, List<Correction> corrections) {
        var rows = byReport(signed);
        corrections.forEach(correction -> correction.changed().forEach(row -> rows.put(row.report(), row)));
        return rows.values().stream().sorted(order(Asked::name, Asked::report)).toList();
    }

    /** That of names, so that it does not matter what came first. */
    static <T> Comparator<T> order(Function<T, String> name, Function<T, ReportId> report) {
        return Comparator.comparing(name, VietnameseOrder.NAMES).thenComparing(one -> report.apply(one).value());
    }

    /** The figures then known, with those that the corrections brought. */
    static List<Kind> kinds(List<Kind> signed, List<Correction> corrections) {
        var kinds = new LinkedHashMap<String, Kind>();
        signed.forEach(kind -> kinds.put(kind.key(), kind));
        corrections.forEach(correction -> correction.kinds().forEach(kind -> kinds.putIfAbsent(kind.key(), kind)));
        return List.copyOf(kinds.values());
    }

    private static Map<ReportId, Asked> byReport(List<Asked> rows) {
        var known = new LinkedHashMap<ReportId, Asked>();
        rows.forEach(row -> known.put(row.report(), row));
        return known;
    }
}
