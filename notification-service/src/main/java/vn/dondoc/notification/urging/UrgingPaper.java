package vn.dondoc.notification.urging;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.obligation.PlanTitles;
import vn.dondoc.paper.Block;
import vn.dondoc.paper.Block.Look;
import vn.dondoc.paper.Paper;
import vn.dondoc.paper.PaperWords;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.signing.Signatories;

/** A letter laid out in the form of decree 30/2020, with what is late in its annex, or in one annex for each place that it goes to. */
@Component
class UrgingPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Locale LANGUAGE = ProblemConfiguration.VIETNAMESE;
    private static final List<Integer> WIDTHS = List.of(5, 37, 20, 14, 14, 10);

    private final Wording wording;
    private final PlanTitles plans;
    private final Directory directory;

    UrgingPaper(Wording wording, PlanTitles plans, Directory directory) {
        this.wording = wording;
        this.plans = plans;
        this.directory = directory;
    }

    Paper of(Urging urging) {
        return laidOut(urging, urging.units(), urging.isApart() ? urging.units().stream().map(List::of).toList() : List.of(urging.units()));
    }

    /** The copy for one of those it goes to, with what that one owes. */
    Paper of(Urging urging, UnitId addressee) {
        return laidOut(urging, List.of(addressee), List.of(List.of(addressee)));
    }

    /** @param annexes for whom there is one */
    private Paper laidOut(Urging urging, List<UnitId> addressees, List<List<UnitId>> annexes) {
        var letter = urging.letter();
        var issued = urging.issued();
        var area = directory.nameOf(urging.area());
        var head = new Paper.Head(
                List.of(wording.word("urging.issuer"), area.toUpperCase(LANGUAGE)), issued == null ? null : issued.number(), "UBND",
                PaperWords.placeOf(area) + ", " + PaperWords.longDay(issued == null ? null : issued.on()), "V/v " + letter.subject());
        var body = new ArrayList<Block>();
        var to = addressees.stream().map(directory::nameOf).toList();
        body.add(new Block.Line(Look.ADDRESSEE, wording.word("urging.to", to.size() == 1 ? to.getFirst() : "")));
        if (to.size() > 1) {
            to.forEach(name -> body.add(new Block.Line(Look.ADDRESSEE, "- " + name + ";")));
        }
        var paragraphs = letter.body().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < paragraphs.size(); i++) {
            body.add(new Block.Line(Look.BODY, i == paragraphs.size() - 1 ? ended(paragraphs.get(i)) : paragraphs.get(i)));
        }
        var all = IntStream.range(0, annexes.size()).mapToObj(at -> new Paper.Annex(
                wording.word("urging.annex", PaperWords.roman(at)), nameOf(urging, annexes.get(at)),
                wording.word("urging.annex.of", wording.office(urging.area())), table(urging, annexes.get(at)))).toList();
        return new Paper(head, body, List.of(wording.word("urging.as-above")), new Paper.Signature(Signatories.lines(letter.signing()), null), all);
    }

    private String nameOf(Urging urging, List<UnitId> units) {
        var day = DAY.format(urging.asOf());
        return urging.isApart() ? wording.word("urging.annex.name.of", directory.nameOf(units.getFirst()).toUpperCase(LANGUAGE), day) : wording.word("urging.annex.name", day);
    }

    /** The last paragraph of a document ends with "./.". */
    private static String ended(String text) {
        return text.endsWith("./.") ? text : text.replaceFirst("\\.+$", "") + "./.";
    }

    /** Grouped by unit where there are several; the latest first. */
    private Block.Grid table(Urging urging, List<UnitId> units) {
        var headings = Stream.of("no", "title", "plan", "first", "last", "days").map(column -> wording.word("urging.column." + column)).toList();
        var rows = new ArrayList<List<String>>();
        var number = 0;
        for (var unit : units) {
            var own = urging.items().stream().filter(item -> isOf(item, unit, urging)).sorted(Comparator.comparing(Item::lastDay)).toList();
            if (units.size() > 1 && !own.isEmpty()) {
                rows.add(List.of(directory.nameOf(unit)));
            }
            for (var item : own) {
                rows.add(List.of(
                        Integer.toString(++number), item.title(), plans.of(item.plan()).orElse(""),
                        DAY.format(item.firstDay() == null ? item.lastDay() : item.firstDay()), DAY.format(item.lastDay()),
                        Integer.toString(item.daysLate(urging.asOf()))));
            }
        }
        return new Block.Grid(headings, WIDTHS, rows);
    }

    /** What several units lead stands under the first of them; where each has an annex of its own, with each of them. */
    private boolean isOf(Item item, UnitId unit, Urging urging) {
        if (urging.isApart()) {
            return Addressing.of(item.responsible(), urging.commune(), directory).contains(unit);
        }
        return Addressing.of(item.responsible(), urging.commune(), directory).stream().filter(urging.units()::contains).findFirst().filter(unit::equals).isPresent();
    }
}
