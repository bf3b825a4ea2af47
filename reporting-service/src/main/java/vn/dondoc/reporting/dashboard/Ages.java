package vn.dondoc.reporting.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.reporting.facts.Facts;

/** How long what is overdue has been so: up to a week, a month, a quarter, and longer. */
final class Ages {

    private static final List<Integer> DAYS = List.of(7, 30, 90);

    private final Facts facts;

    Ages(Facts facts) {
        this.facts = facts;
    }

    /** The freshest first; together they are all that is overdue today. */
    List<Dashboards.Age> of(Criteria within, LocalDate today) {
        var ages = new ArrayList<Dashboards.Age>();
        var to = today.minusDays(1);
        for (var days : DAYS) {
            var from = today.minusDays(days);
            ages.add(age(within, from, to));
            to = from.minusDays(1);
        }
        ages.add(age(within, null, to));
        return ages;
    }

    private Dashboards.Age age(Criteria within, @Nullable LocalDate from, LocalDate to) {
        return new Dashboards.Age(from, to, facts.overdue(within, from, to));
    }
}
