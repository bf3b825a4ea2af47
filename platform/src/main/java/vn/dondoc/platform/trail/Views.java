package vn.dondoc.platform.trail;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.contracts.api.Audit;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Archive;
import vn.dondoc.platform.history.Chain;
import vn.dondoc.platform.history.HistoryEntry;
import vn.dondoc.platform.history.Words;

/** Entries as people read them: with the name of their object, the position of who acted, and what was before. */
final class Views {

    /** Where aggregates keep what people call them. */
    private static final List<List<String>> NAMES = List.of(
            List.of("title"), List.of("name"), List.of("planned", "title"), List.of("planned", "name"), List.of("about", "title"), List.of("content"),
            List.of("fileName"));

    private static final int LONGEST_NAME = 300;

    private final MongoDatabaseFactory databases;
    private final Directory directory;
    private final String service;

    Views(MongoDatabaseFactory databases, Directory directory, String service) {
        this.databases = databases;
        this.directory = directory;
        this.service = service;
    }

    /** In the given order. */
    List<Audit.Entry> of(List<Found> found) {
        var database = databases.getMongoDatabase();
        var views = new HashMap<String, Audit.Entry>();
        found.stream().collect(Collectors.groupingBy(Found::collection)).forEach((collection, entries) -> {
            var byAggregate = entries.stream().collect(Collectors.groupingBy(Found::aggregate));
            database.getCollection(collection).find(Filters.in("_id", byAggregate.keySet()))
                    .projection(Projections.include(fields()))
                    .forEach(aggregate -> add(database, collection, aggregate, byAggregate.getOrDefault(aggregate.getString("_id"), List.of()), views));
        });
        return found.stream().map(one -> views.get(one.id())).filter(Objects::nonNull).toList();
    }

    private static List<String> fields() {
        return Stream.concat(Stream.of(HistoryEntry.FIELD, Words.TEXTS, "commune"), NAMES.stream().map(path -> String.join(".", path))).toList();
    }

    private void add(MongoDatabase database, String collection, Document aggregate, List<Found> wanted, Map<String, Audit.Entry> views) {
        var ids = wanted.stream().map(Found::id).collect(Collectors.toSet());
        var texts = aggregate.get(Words.TEXTS, new Document());
        var told = new Told();
        for (var entry : entries(database, collection, aggregate)) {
            var changes = told.next(entry.data());
            if (ids.contains(entry.id())) {
                var hash = wanted.stream().filter(one -> one.id().equals(entry.id())).findFirst().map(one -> one.entry().get(Chain.HASH, Binary.class)).orElse(null);
                views.put(entry.id(), view(collection, aggregate, entry, texts.getString(entry.id()), hash, changes));
            }
        }
    }

    private static List<HistoryEntry> entries(MongoDatabase database, String collection, Document aggregate) {
        var kept = aggregate.getList(HistoryEntry.FIELD, Document.class, List.of());
        var whole = !kept.isEmpty() && kept.getFirst().get("sequence", Number.class).longValue() == 1;
        var archived = whole ? List.<Document>of() : Archive.entries(database, collection, aggregate.getString("_id"));
        var bySequence = new TreeMap<Long, HistoryEntry>();
        Stream.concat(archived.stream(), kept.stream()).map(HistoryEntry::read).forEach(entry -> bySequence.putIfAbsent(entry.sequence(), entry));
        return new ArrayList<>(bySequence.values());
    }

    private Audit.Entry view(
            String collection, Document aggregate, HistoryEntry entry, @Nullable String words, @Nullable Binary hash, List<Audit.Change> changes) {
        var position = entry.actor().position();
        var known = position == null ? null : directory.position(position).orElse(null);
        var commune = aggregate.getString("commune");
        return new Audit.Entry(
                entry.id(), service, collection + "/" + aggregate.getString("_id"), nameOf(aggregate), commune == null ? null : new UnitId(commune),
                entry.sequence(), entry.type(), entry.writtenAt(), entry.at(),
                entry.actor().person(), position, known == null ? null : known.title(), unitOf(known), entry.actor().system(),
                words, hash == null ? null : HexFormat.of().formatHex(hash.getData()),
                new Place(entry.writtenAt(), entry.sequence(), entry.id()).cursor(), changes);
    }

    private @Nullable String unitOf(@Nullable PositionState position) {
        return position == null ? null : directory.nameOf(position.unit());
    }

    private static @Nullable String nameOf(Document aggregate) {
        for (var path : NAMES) {
            if (aggregate.getEmbedded(path, Object.class) instanceof String name && !name.isBlank()) {
                return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
            }
        }
        return null;
    }
}
