package vn.dondoc.reporting.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Rankings;
import vn.dondoc.platform.sheet.WorkbookWriter;

/** A ranking as a workbook: who is proposed, all places with the rows they rest on, and the rule. */
@Component
class RankingBook {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int WIDE = 44;
    private static final int NARROW = 14;

    private final MessageSource bundles;

    RankingBook(MessageSource bundles) {
        this.bundles = bundles;
    }

    void write(Rankings.Ranking ranking, Locale locale, OutputStream out) throws IOException {
        var rule = ranking.rule();
        try (var book = new WorkbookWriter()) {
            book.sheet(word("proposals", locale), headings(rule, locale), widths(rule), rows -> proposals(ranking).forEach(line -> rows.of(row(line, locale))));
            for (var group : ranking.groups()) {
                book.sheet(word(group.compared().code(), locale), headings(rule, locale), widths(rule), rows ->
                        Stream.concat(group.lines().stream(), group.tooFew().stream()).forEach(line -> rows.of(row(line, locale))));
            }
            book.sheet(word("rule", locale), List.of(ranking.name(), ranking.period() == null ? word("none", locale) : ranking.period()), List.of(WIDE, WIDE), rows ->
                    rule(rule, ranking.setAfterwards(), locale).forEach(rows::of));
            book.to(out);
        }
    }

    private static List<Rankings.Line> proposals(Rankings.Ranking ranking) {
        return ranking.groups().stream().flatMap(group -> group.lines().stream()).filter(Rankings.Line::proposed).toList();
    }

    private List<String> headings(Rankings.@Nullable Version rule, Locale locale) {
        var headings = new ArrayList<>(Stream.of("place", "name", "points", "rows", "overdue").map(key -> word(key, locale)).toList());
        if (rule != null) {
            for (var one : rule.content().weights()) {
                var figure = word(one.figure().code(), locale);
                headings.addAll(List.of(figure, word("of", locale), word("points", locale)));
            }
        }
        headings.addAll(List.of(word("proposed", locale), word("heads", locale)));
        return headings;
    }

    private static List<Integer> widths(Rankings.@Nullable Version rule) {
        var figures = rule == null ? 0 : 3 * rule.content().weights().size();
        return Stream.of(List.of(NARROW, WIDE), Collections.nCopies(3 + figures, NARROW), List.of(WIDE, WIDE)).flatMap(List::stream).toList();
    }

    private List<Object> row(Rankings.Line line, Locale locale) {
        var cells = new ArrayList<Object>();
        cells.add(line.place() == null ? word("too-few", locale) : line.place());
        cells.add(line.name());
        cells.add(line.points() == null ? "" : line.points());
        cells.add(line.rows());
        cells.add(line.overdue());
        line.shares().forEach(share -> Collections.addAll(cells, share.numerator(), share.denominator(), share.points() == null ? "" : share.points()));
        cells.add(line.proposed() ? word("yes", locale) : String.join("; ", line.excluded().stream().map(one -> word("excluded." + one.code(), locale)).toList()));
        cells.add(String.join("; ", line.heads().stream().map(Rankings.Seat::title).toList()));
        return cells;
    }

    private List<List<Object>> rule(Rankings.@Nullable Version rule, boolean afterwards, Locale locale) {
        if (rule == null) {
            return List.of();
        }
        var content = rule.content();
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of(word("version", locale), word("version.of", locale, rule.number(), DAY.format(rule.on()), rule.byTitle() == null ? "–" : rule.byTitle())));
        if (afterwards) {
            rows.add(List.of("", word("afterwards", locale)));
        }
        content.weights().forEach(one -> rows.add(List.of(word(one.figure().code(), locale), one.weight())));
        rows.add(List.of(word("least-rows", locale), content.leastRows()));
        rows.add(List.of(word("number", locale), content.proposed()));
        if (content.leastPoints() != null) {
            rows.add(List.of(word("least-points", locale), content.leastPoints()));
        }
        if (content.mostOverdue() != null) {
            rows.add(List.of(word("most-overdue", locale), content.mostOverdue()));
        }
        if (content.explained()) {
            rows.add(List.of(word("excluded.unexplained", locale), word("yes", locale)));
        }
        return rows;
    }

    private String word(String key, Locale locale, Object... values) {
        return bundles.getMessage("ranking." + key, values, locale);
    }
}
