package vn.dondoc.notification.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.store.ServerTime;

import static vn.dondoc.notification.delivery.StoredDelivery.ATTEMPTS;
import static vn.dondoc.notification.delivery.StoredDelivery.CHANNEL;
import static vn.dondoc.notification.delivery.StoredDelivery.DIGEST;
import static vn.dondoc.notification.delivery.StoredDelivery.ENDED;
import static vn.dondoc.notification.delivery.StoredDelivery.ENDED_BY;
import static vn.dondoc.notification.delivery.StoredDelivery.HELD_UNTIL;
import static vn.dondoc.notification.delivery.StoredDelivery.MESSAGES;
import static vn.dondoc.notification.delivery.StoredDelivery.MOVED;
import static vn.dondoc.notification.delivery.StoredDelivery.NEXT;
import static vn.dondoc.notification.delivery.StoredDelivery.ONCE;
import static vn.dondoc.notification.delivery.StoredDelivery.OWNER;
import static vn.dondoc.notification.delivery.StoredDelivery.QUEUED;
import static vn.dondoc.notification.delivery.StoredDelivery.RANK;
import static vn.dondoc.notification.delivery.StoredDelivery.REASON;
import static vn.dondoc.notification.delivery.StoredDelivery.STATE;
import static vn.dondoc.notification.delivery.StoredDelivery.TRIES;
import static vn.dondoc.notification.delivery.StoredDelivery.UNSETTLED;

/**
 * All deliveries, those that wait and those that have ended, apart from the messages: what is claimed and tried again is nobody's history. A claim
 * moves the next attempt behind the end of its lease by the database's own clock, so a worker that dies gives its delivery back by doing nothing. An
 * outcome is noted here first, and told to the messages from what stands here.
 */
@Component
public class Deliveries {

    static final String COLLECTION = "deliveries";
    /** Longer than the time limits of one conversation with a provider together. */
    static final Duration LEASE = Duration.ofMinutes(5);
    private static final int ATTEMPTS_KEPT = 10;
    private static final String NOW = "$$NOW";
    private static final String SET = "$set";
    private static final String UNSET = "$unset";
    private static final String ID = "_id";

    private final MongoTemplate mongo;
    private final Clock systemClock;

    public Deliveries(MongoTemplate mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** Those that are there already are left as they are. */
    void add(List<Delivery> deliveries) {
        insert(deliveries.stream().map(StoredDelivery::write).toList());
    }

    /** Makes documents whose ids, or once-keys, nobody has yet. */
    void insert(List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection().insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || some.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw some;
            }
        }
    }

    /** Ids of those whose time has come, the most urgent ones first. */
    List<String> due(Channel channel, int most) {
        return collection().find(Filters.and(waitingOn(channel), ServerTime.reached(NEXT, systemClock)))
                .sort(Sorts.ascending(RANK, NEXT)).limit(most).projection(Projections.include(ID))
                .map(found -> found.getString(ID)).into(new ArrayList<>());
    }

    /** The most urgent of those, for one lease; without those that other workers were faster with. */
    List<Claimed> claim(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var owner = UUID.randomUUID().toString();
        var since = System.nanoTime();
        var mine = collection().updateMany(
                Filters.and(Filters.in(ID, ids), Filters.eq(STATE, DeliveryState.WAITING.name()), ServerTime.reached(NEXT, systemClock)), claimBy(owner));
        if (mine.getModifiedCount() == 0) {
            return List.of();
        }
        var found = new HashMap<String, Claimed>();
        collection().find(Filters.and(Filters.in(ID, ids), Filters.eq(OWNER, owner)))
                .forEach(stored -> found.put(stored.getString(ID), new Claimed(StoredDelivery.read(stored), owner, since)));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** That one for one lease; nothing where another worker was faster. */
    Optional<Claimed> claim(String id) {
        return claim(List.of(id)).stream().findFirst();
    }

    private static List<Bson> claimBy(String owner) {
        return List.of(new Document(SET, new Document(OWNER, owner)
                .append(NEXT, ServerTime.in(LEASE))
                .append(TRIES, new Document("$add", List.of("$" + TRIES, 1)))));
    }

    /** They were not begun: anybody may have them, and they do not count as tried. */
    void giveBack(List<Claimed> claims) {
        if (!claims.isEmpty()) {
            collection().bulkWrite(claims.stream().map(claimed -> new UpdateOneModel<Document>(mine(claimed), List.of(
                    new Document(SET, new Document(NEXT, NOW).append(TRIES, new Document("$subtract", List.of("$" + TRIES, 1)))),
                    new Document(UNSET, OWNER)))).toList(), new BulkWriteOptions().ordered(false));
        }
    }

    /** It has ended without being sent; its messages are still to be told. */
    boolean end(Claimed claimed, DeliveryState state, String code, Collection<String> messages) {
        return !end(List.of(new End(claimed, state, code, messages, null))).isEmpty();
    }

    /**
     * They have ended; their messages are still to be told.
     *
     * @return those of which that is noted now: not those that somebody else has meanwhile
     */
    List<End> end(List<End> ends) {
        if (ends.isEmpty()) {
            return List.of();
        }
        var noted = collection().bulkWrite(ends.stream().map(Deliveries::ended).toList(), new BulkWriteOptions().ordered(false)).getMatchedCount();
        return noted == ends.size() ? ends : noted == 0 ? List.of() : noted(ends);
    }

    private static UpdateOneModel<Document> ended(End end) {
        var ended = new Document(STATE, end.state().name())
                .append(REASON, end.state() == DeliveryState.SENT ? null : end.code())
                .append(ENDED, NOW)
                .append(ENDED_BY, end.claimed().owner())
                .append(MESSAGES, List.copyOf(end.messages()))
                .append(UNSETTLED, true)
                .append(ATTEMPTS, withAttempt(end.code()));
        var template = end.template();
        if (template != null) {
            ended.append(StoredDelivery.TEMPLATE, template.key()).append(StoredDelivery.VERSION, template.version());
        }
        // what is not sent keeps nobody from another one on that day
        var over = end.state() == DeliveryState.DROPPED && end.claimed().delivery().digest() ? List.of(OWNER, NEXT, ONCE) : List.of(OWNER, NEXT);
        return new UpdateOneModel<>(mine(end.claimed()), List.of(new Document(SET, ended), new Document(UNSET, over)));
    }

    private List<End> noted(List<End> ends) {
        var by = new HashMap<String, String>();
        collection().find(Filters.in(ID, ends.stream().map(end -> end.claimed().id()).toList())).projection(Projections.include(ENDED_BY))
                .forEach(found -> by.put(found.getString(ID), found.getString(ENDED_BY)));
        return ends.stream().filter(end -> end.claimed().owner().equals(by.get(end.claimed().id()))).toList();
    }

    /** Nobody who was meant held a position any more: the next above was told. */
    void wentUp(String id) {
        collection().updateOne(Filters.eq(ID, id), Updates.set(StoredDelivery.WENT_UP, true));
    }

    /** Not now; again after a while. */
    void again(Claimed claimed, Duration after, String code) {
        collection().updateOne(mine(claimed), List.of(
                new Document(SET, new Document(NEXT, ServerTime.in(after)).append(ATTEMPTS, withAttempt(code))), new Document(UNSET, OWNER)));
    }

    /** On to another channel, at once. */
    void moveTo(Claimed claimed, Channel channel, String code) {
        collection().updateOne(mine(claimed), List.of(
                new Document(SET, new Document(CHANNEL, channel.name()).append(NEXT, NOW).append(TRIES, 0).append(ATTEMPTS, withAttempt(code))
                        .append(MOVED, new Document("$ifNull", List.of("$" + MOVED, code)))),
                new Document(UNSET, OWNER)));
    }

    /** Not at this hour. */
    void hold(Claimed claimed, Instant until) {
        collection().updateOne(mine(claimed), Updates.combine(
                Updates.set(STATE, DeliveryState.HELD.name()), Updates.set(HELD_UNTIL, Date.from(until)), Updates.unset(OWNER)));
    }

    private static Document withAttempt(String code) {
        var all = new Document("$concatArrays", List.of(
                new Document("$ifNull", List.of("$" + ATTEMPTS, List.of())), List.of(new Document("at", NOW).append("code", code))));
        return new Document("$slice", List.of(all, -ATTEMPTS_KEPT));
    }

    /** Takes keys that only one delivery may have; false where another one has one of them. */
    boolean once(Claimed claimed, List<String> keys) {
        try {
            return collection().updateOne(mine(claimed), Updates.set(ONCE, keys)).getMatchedCount() == 1;
        } catch (com.mongodb.MongoWriteException taken) {
            if (ErrorCategory.fromErrorCode(taken.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw taken;
            }
            return false;
        }
    }

    /** Lets those go whose hour or turn has come, by the domain's clock. */
    void release(Instant now) {
        collection().updateMany(
                Filters.and(Filters.eq(STATE, DeliveryState.HELD.name()), Filters.lte(HELD_UNTIL, Date.from(now))),
                List.of(new Document(SET, new Document(STATE, DeliveryState.WAITING.name()).append(NEXT, NOW))));
    }

    /** The next channel of a message need not wait any more: the one before it has failed. */
    void nextTurn(String message, Instant now) {
        collection().findOneAndUpdate(
                Filters.and(Filters.eq(MESSAGES, message), Filters.eq(DIGEST, false), Filters.eq(STATE, DeliveryState.HELD.name())),
                Updates.set(HELD_UNTIL, Date.from(now)), new FindOneAndUpdateOptions().sort(Sorts.ascending(HELD_UNTIL)));
    }

    /** Those whose outcome the messages do not know yet. */
    List<Delivery> unsettled(int most) {
        return collection().find(Filters.eq(UNSETTLED, true)).limit(most).map(StoredDelivery::read).into(new ArrayList<>());
    }

    void settled(Collection<String> ids) {
        collection().updateMany(Filters.in(ID, ids), Updates.unset(UNSETTLED));
    }

    /** Whether any could be sent this moment. */
    boolean isAnyDue(Collection<Channel> channels) {
        return collection().find(Filters.and(
                        Filters.eq(STATE, DeliveryState.WAITING.name()), Filters.in(CHANNEL, channels.stream().map(Enum::name).toList()),
                        ServerTime.reached(NEXT, systemClock)))
                .projection(Projections.include(ID)).limit(1).first() != null;
    }

    Optional<Delivery> find(String id, Bson within) {
        return Optional.ofNullable(collection().find(Filters.and(Filters.eq(ID, id), within)).first()).map(StoredDelivery::read);
    }

    List<Delivery> list(Bson filter, int skip, int limit) {
        return collection().find(filter).sort(Sorts.orderBy(Sorts.descending(QUEUED), Sorts.ascending(ID))).skip(skip).limit(limit)
                .map(StoredDelivery::read).into(new ArrayList<>());
    }

    long count(Bson filter) {
        return collection().countDocuments(filter);
    }

    /** When the oldest of those that wait was queued. */
    @Nullable Instant oldest(Bson filter) {
        var first = collection().find(filter).sort(Sorts.ascending(QUEUED)).projection(Projections.include(QUEUED)).limit(1).first();
        return first == null ? null : first.getDate(QUEUED).toInstant();
    }

    /** Once more, by somebody who asks for it, a digest from its first channel on; what has not ended is left as it is. The keys of a day are given back. */
    void resend(String id, String key) {
        var ended = java.util.Arrays.stream(DeliveryState.values()).filter(DeliveryState::hasEnded).map(Enum::name).toList();
        collection().updateOne(
                Filters.and(Filters.eq(ID, id), Filters.in(STATE, ended), Filters.ne("resends", key)), List.of(
                        new Document(SET, new Document(STATE, DeliveryState.WAITING.name()).append(NEXT, NOW).append(TRIES, 0).append(QUEUED, NOW)
                                .append(StoredDelivery.ASKED, true)
                                .append(CHANNEL, new Document("$cond", List.of("$" + DIGEST, Channel.EMAIL.name(), "$" + CHANNEL)))
                                .append("resends", new Document("$slice", List.of(new Document("$concatArrays", List.of(
                                        new Document("$ifNull", List.of("$resends", List.of())), List.of(key))), -ATTEMPTS_KEPT)))),
                        new Document(UNSET, List.of(ENDED, REASON, OWNER, UNSETTLED, MOVED))));
    }

    /** Not any more, by somebody who decides so; what is on its way this moment may still arrive, and is then noted as sent. */
    void cancel(String id, String code) {
        var open = List.of(DeliveryState.HELD.name(), DeliveryState.WAITING.name());
        collection().updateOne(Filters.and(Filters.eq(ID, id), Filters.in(STATE, open), Filters.exists(OWNER, false)), List.of(
                new Document(SET, new Document(STATE, DeliveryState.CANCELLED.name()).append(REASON, code).append(ENDED, NOW).append(UNSETTLED, true)),
                new Document(UNSET, List.of(NEXT, HELD_UNTIL))));
    }

    /** How many wait now, about. */
    long waiting() {
        return collection().countDocuments(Filters.eq(STATE, DeliveryState.WAITING.name()));
    }

    static Bson waitingOn(Channel channel) {
        return Filters.and(Filters.eq(STATE, DeliveryState.WAITING.name()), Filters.eq(CHANNEL, channel.name()));
    }

    private static Bson mine(Claimed claimed) {
        return Filters.and(Filters.eq(ID, claimed.id()), Filters.eq(OWNER, claimed.owner()));
    }

    MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
