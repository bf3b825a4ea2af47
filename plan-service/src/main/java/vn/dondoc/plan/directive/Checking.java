package vn.dondoc.plan.directive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Directives;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.rules.BrokenRules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.Problems;

/** What a directive must say, and whom it may be given to. */
@Component
class Checking {

    static final int LONGEST_CONTENT = 1000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_ADDRESSEES = 500;
    private static final int LATEST_YEAR = 2200;
    private static final String INVALID = "DIRECTIVE_INVALID";

    private final Directory directory;
    private final Problems problems;

    Checking(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    void given(Directives.Wanted wanted, Sides.Side side, LocalDate today, Locale locale) {
        var broken = new BrokenRules();
        says(wanted.content(), wanted.number(), wanted.product(), wanted.due(), today, "", broken);
        reached(wanted.addressees(), side, "addressees", broken);
        broken.orProblem(422, INVALID, problems, locale);
    }

    static void says(
            @Nullable String content, @Nullable String number, @Nullable String product, @Nullable Due due, LocalDate today, String before,
            BrokenRules broken) {
        broken.require(content != null && !content.isBlank(), before + "content", "DIRECTIVE_CONTENT_MISSING");
        broken.require(content == null || content.length() <= LONGEST_CONTENT, before + "content", "DIRECTIVE_TOO_LONG", LONGEST_CONTENT);
        broken.require(number == null || number.length() <= LONGEST_LINE, before + "number", "DIRECTIVE_TOO_LONG", LONGEST_LINE);
        broken.require(product == null || product.length() <= LONGEST_LINE, before + "product", "DIRECTIVE_TOO_LONG", LONGEST_LINE);
        if (due instanceof Due.By(var date, _, _)) {
            broken.require(!date.isBefore(today) && date.getYear() <= LATEST_YEAR, before + "due", "DIRECTIVE_DUE_PAST");
        }
    }

    void reached(Collection<UnitId> addressees, Sides.Side side, Locale locale) {
        var broken = new BrokenRules();
        reached(addressees, side, "addressees", broken);
        broken.orProblem(422, INVALID, problems, locale);
    }

    void reached(Collection<UnitId> addressees, Sides.Side side, String field, BrokenRules broken) {
        broken.require(!addressees.isEmpty(), field, "DIRECTIVE_ADDRESSEES_MISSING");
        broken.require(addressees.size() <= MOST_ADDRESSEES, field, "DIRECTIVE_ADDRESSEES_MANY", MOST_ADDRESSEES);
        var seen = new HashSet<UnitId>();
        for (var unit : addressees) {
            // A name from outside of the own branch is told to nobody
            broken.require(side.reach().containsKey(unit), field, "DIRECTIVE_ADDRESSEE", unit.value());
            broken.require(seen.add(unit), field, "DIRECTIVE_ADDRESSEE_TWICE", directory.nameOf(unit));
        }
    }

    void withdrawn(Directives.Withdrawal wanted, Set<UnitId> holding, Locale locale) {
        var broken = new BrokenRules();
        @Nullable String reason = wanted.reason();
        broken.require(reason != null && !reason.isBlank(), "reason", "DIRECTIVE_REASON_MISSING");
        broken.require(reason == null || reason.length() <= LONGEST_CONTENT, "reason", "DIRECTIVE_TOO_LONG", LONGEST_CONTENT);
        for (var unit : List.copyOf(wanted.addressees())) {
            broken.require(holding.contains(unit), "addressees", "DIRECTIVE_NOT_ADDRESSED", unit.value());
        }
        broken.orProblem(422, INVALID, problems, locale);
    }
}
