package vn.dondoc.reporting.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.api.Dashboards;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;

import static org.assertj.core.api.Assertions.assertThat;

class AgesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong found = new AtomicLong(2);
    private final Ages ages = new Ages((within, from, to) -> {
        looks.incrementAndGet();
        return found.get();
    }, nanos::get);

    @Test
    void ages_are_counted_once_while_no_commune_has_another_number() {
        assertThat(look("tinh", 8, TODAY)).extracting(Dashboards.Age::overdue).containsExactly(2L, 2L, 2L, 2L);
        look("tinh", 8, TODAY);
        assertThat(looks).hasValue(4);

        found.set(3);
        assertThat(look("tinh", 12, TODAY)).extracting(Dashboards.Age::overdue).containsExactly(3L, 3L, 3L, 3L);
        look("tinh", 12, TODAY.plusDays(1));
        look("tinh khác", 12, TODAY.plusDays(1));
        assertThat(looks).as("another number, another day, another place").hasValue(16);
    }

    @Test
    void after_ten_seconds_the_first_who_looks_counts_again() {
        look("tinh", 8, TODAY);
        found.set(1);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10) - 1);
        assertThat(look("tinh", 8, TODAY)).extracting(Dashboards.Age::overdue).containsOnly(2L);
        nanos.addAndGet(1);
        assertThat(look("tinh", 8, TODAY)).extracting(Dashboards.Age::overdue).containsOnly(1L);
        assertThat(looks).hasValue(8);
    }

    @Test
    void who_looks_while_another_counts_gets_what_was_kept() {
        var during = new AtomicInteger();
        var within = Criteria.where("province").is("tinh");
        var self = new Ages[1];
        self[0] = new Ages((bounds, from, to) -> {
            if (nanos.get() > 0 && during.getAndIncrement() == 0) {
                assertThat(self[0].of(within, cells(8), TODAY)).extracting(Dashboards.Age::overdue).containsOnly(2L);
            }
            return nanos.get() > 0 ? 5 : 2;
        }, nanos::get);
        self[0].of(within, cells(8), TODAY);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(11));
        assertThat(self[0].of(within, cells(8), TODAY)).extracting(Dashboards.Age::overdue).containsOnly(5L);
        assertThat(during).as("counted once").hasValue(4);
    }

    @Test
    void nothing_is_asked_where_nothing_is_overdue() {
        assertThat(look("tinh", 0, TODAY)).extracting(Dashboards.Age::overdue).containsExactly(0L, 0L, 0L, 0L);
        assertThat(looks).hasValue(0);
    }

    private List<Dashboards.Age> look(String province, long overdue, LocalDate today) {
        return ages.of(Criteria.where("province").is(province), cells(overdue), today);
    }

    private static Map<CellKey, Counts> cells(long overdue) {
        return Map.of(CellKey.ofCommune(new UnitId("tinh"), new UnitId("xa")), Counts.of(Map.of(Counter.TASK_OVERDUE, overdue, Counter.TASK_IN_TIME, 7L)));
    }
}
