package vn.dondoc.reporting.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.contracts.event.ShareMoney;
import vn.dondoc.contracts.event.TargetStanding;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.Cell;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.CellKey.Level;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.cells.Counter;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.facts.TargetShare;
import vn.dondoc.reporting.facts.TaskMoney;

/** Figures of computed targets: sums of money that the cells hold, as they are when somebody looks. */
public final class Shares {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Cells cells;
    private final DomainClock clock;

    Shares(Cells cells, DomainClock clock) {
        this.cells = cells;
        this.clock = clock;
    }

    /** A computed target, and where it stands. */
    public record Computed(UnitId province, UnitId commune, PlanId plan, TargetShare share) {

        CellKey cell() {
            return share.programme() == null ? CellKey.ofPlan(province, commune, plan) : CellKey.ofProgramme(province, commune, share.programme());
        }
    }

    /** @param percent of the base; {@code standing} is the day's */
    public record Figure(long countedVnd, BigDecimal percent, TargetStanding standing) {}

    /** The figures of those targets, each once. */
    public Map<Computed, Figure> of(Collection<Computed> targets) {
        if (targets.isEmpty()) {
            return Map.of();
        }
        var sums = sums(targets);
        var today = clock.today();
        var figures = new HashMap<Computed, Figure>();
        targets.forEach(target -> {
            var vnd = sums.getOrDefault(target.cell().id(), Counts.NONE).get(counterOf(target.share().money()));
            figures.put(target, figure(target.share(), vnd, today));
        });
        return figures;
    }

    /** What so much money is of the base. Without any money nothing was measured. What is planned holds for its year; what is paid out grows. */
    static Figure figure(TargetShare share, long vnd, LocalDate today) {
        var percent = Measured.plain(BigDecimal.valueOf(vnd).multiply(HUNDRED).divide(BigDecimal.valueOf(share.baseVnd()), DECIMALS, RoundingMode.HALF_UP));
        var goal = new Goal(share.operator(), share.value());
        var year = Year.of(share.baseYear());
        var over = today.getYear() > share.baseYear() ? year.length() : today.getYear() < share.baseYear() ? 0 : today.getDayOfYear();
        if (vnd == 0) {
            return new Figure(0, percent, TargetStanding.NOT_MEASURED);
        }
        return new Figure(vnd, percent, switch (share.money()) {
            case PLANNED -> goal.met(percent) ? TargetStanding.ATTAINED : TargetStanding.BEHIND;
            case DISBURSED -> goal.growing(percent, over, year.length());
        });
    }

    /** The money of a row that a share counts. */
    static long money(TargetShare share, TaskMoney money) {
        return Objects.requireNonNullElse(share.money() == ShareMoney.PLANNED ? money.plannedVnd() : money.disbursedVnd(), 0L);
    }

    private Map<String, Counts> sums(Collection<Computed> targets) {
        var communes = targets.stream().map(target -> target.commune().value()).distinct().toList();
        var plans = targets.stream().filter(target -> target.share().programme() == null).map(target -> target.plan().value()).distinct().toList();
        var programmes = targets.stream().map(target -> target.share().programme()).filter(Objects::nonNull).distinct().toList();
        var found = new HashMap<String, Counts>();
        Stream.concat(
                named(Level.PLAN, communes, "plan", plans).stream(),
                named(Level.PROGRAMME, communes, "programme", programmes).stream())
                .forEach(cell -> found.put(cell.key().id(), cell.counts()));
        return found;
    }

    private List<Cell> named(Level level, List<String> communes, String field, List<String> names) {
        return names.isEmpty() ? List.of() : cells.list(level, Criteria.where("commune").in(communes).and(field).in(names));
    }

    private static Counter counterOf(ShareMoney money) {
        return switch (money) {
            case PLANNED -> Counter.MONEY_PLANNED;
            case DISBURSED -> Counter.MONEY_DISBURSED;
        };
    }
}
