package vn.dondoc.reporting.ledger;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.dondoc.platform.store.CollectionSetup;
import vn.dondoc.reporting.cells.CellDocument;
import vn.dondoc.reporting.cells.CellKey;
import vn.dondoc.reporting.cells.Counts;
import vn.dondoc.reporting.model.Model;
import vn.dondoc.reporting.model.Models;

/**
 * The differences of cells by day and once more by month, written in the transaction that changes the cell. The cell as it was at the
 * end of a day is the sum of the months before and of the days of its month: what that costs to read grows by twelve documents a year.
 */
public final class Ledger {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoTemplate mongo;
    private final Models models;

    Ledger(MongoTemplate mongo, Models models) {
        this.mongo = mongo;
        this.models = models;
    }

    /** The collection of a model's ledger. */
    public static CollectionSetup setup(Model model) {
        return CollectionSetup.of(
                model.ledger(),
                new IndexModel(Indexes.ascending("province", "level", Span.FIELD)),
                new IndexModel(Indexes.ascending("commune", "level", Span.FIELD)));
    }

    /** Enters differences into a model within the transaction of that session. */
    public void enter(ClientSession session, Model model, Map<DayKey, Counts> differences) {
        var months = new HashMap<CellKey, Map<YearMonth, Counts>>();
        var writes = new ArrayList<WriteModel<Document>>();
        differences.forEach((key, difference) -> {
            months.computeIfAbsent(key.cell(), _ -> new HashMap<>()).merge(YearMonth.from(key.day()), difference, Counts::plus);
            write(writes, key.cell(), Span.of(key.day()), difference);
        });
        months.forEach((cell, ofCell) -> ofCell.forEach((month, difference) -> write(writes, cell, Span.of(month), difference)));
        if (!writes.isEmpty()) {
            of(model).bulkWrite(session, writes, UNORDERED);
        }
    }

    private static void write(List<WriteModel<Document>> writes, CellKey cell, String span, Counts difference) {
        if (!difference.isZero()) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", cell.id() + "@" + span),
                    new Document("$setOnInsert", CellDocument.identity(cell).append(Span.FIELD, span)).append("$inc", CellDocument.increments(difference)),
                    UPSERT));
        }
    }

    /** Cells of one level of the present model as they were at the end of a day, within bounds as {@link vn.dondoc.reporting.cells.Cells#list} takes them. */
    public Map<CellKey, Counts> at(CellKey.Level level, Criteria within, LocalDate day) {
        var sums = new HashMap<CellKey, Counts>();
        var month = YearMonth.from(day);
        find(level, within, Filters.or(Span.monthsBefore(month), Span.days(month.atDay(1), day)))
                .forEach(entry -> sums.merge(entry.cell(), entry.difference(), Counts::plus));
        return sums;
    }

    /** What changed within those bounds on each day from the first to the last, both included; days without a change are left out. */
    public Map<LocalDate, Counts> days(CellKey.Level level, Criteria within, LocalDate from, LocalDate to) {
        return changes(level, within, Span.days(from, to), Span::day);
    }

    /** The same by month. */
    public Map<YearMonth, Counts> months(CellKey.Level level, Criteria within, YearMonth from, YearMonth to) {
        return changes(level, within, Span.months(from, to), Span::month);
    }

    private <T> Map<T, Counts> changes(CellKey.Level level, Criteria within, Bson spans, Function<String, T> time) {
        var changes = new HashMap<T, Counts>();
        find(level, within, spans).forEach(entry -> changes.merge(time.apply(entry.span()), entry.difference(), Counts::plus));
        return changes;
    }

    /** Every entry of a model as that session sees it, commune after commune. */
    public MongoCursor<Entry> byCommune(ClientSession session, Model model) {
        return of(model).find(session).sort(Sorts.ascending("commune")).map(Ledger::read).cursor();
    }

    /**
     * What changed in a cell.
     *
     * @param span the stored name of a day or a month
     */
    public record Entry(CellKey cell, String span, Counts difference) {

        /** Whether it is of a whole month. */
        public boolean isMonth() {
            return Span.isMonth(span);
        }
    }

    private Iterable<Entry> find(CellKey.Level level, Criteria within, Bson spans) {
        return of(models.current())
                .find(Filters.and(within.getCriteriaObject(), Filters.eq("level", level.name()), spans)).map(Ledger::read);
    }

    private static Entry read(Document stored) {
        return new Entry(CellDocument.key(stored), stored.getString(Span.FIELD), CellDocument.counts(stored));
    }

    private MongoCollection<Document> of(Model model) {
        return mongo.getDb().getCollection(model.ledger());
    }
}
