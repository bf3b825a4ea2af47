package vn.dondoc.notification.delivery;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Urgency;
import vn.dondoc.platform.web.Correlation;

import static vn.dondoc.notification.delivery.StoredDelivery.ASKED;
import static vn.dondoc.notification.delivery.StoredDelivery.DAY;
import static vn.dondoc.notification.delivery.StoredDelivery.DIGEST;
import static vn.dondoc.notification.delivery.StoredDelivery.ENDED;
import static vn.dondoc.notification.delivery.StoredDelivery.HELD_UNTIL;
import static vn.dondoc.notification.delivery.StoredDelivery.NEXT;
import static vn.dondoc.notification.delivery.StoredDelivery.OWNER;
import static vn.dondoc.notification.delivery.StoredDelivery.QUEUED;
import static vn.dondoc.notification.delivery.StoredDelivery.REASON;
import static vn.dondoc.notification.delivery.StoredDelivery.RECALLED;
import static vn.dondoc.notification.delivery.StoredDelivery.STATE;
import static vn.dondoc.notification.delivery.StoredDelivery.UNTIL;

/** The digests among the deliveries until they may leave: begun, filled, ready; and taken back when their day is over. */
@Component
public class DigestDeliveries {

    private static final String ID = "_id";
    private static final String NOW = "$$NOW";
    private static final String SET = "$set";
    private static final String UNSET = "$unset";

    private final Deliveries deliveries;
    private final Clock systemClock;

    public DigestDeliveries(Deliveries deliveries, Clock systemClock) {
        this.deliveries = deliveries;
        this.systemClock = systemClock;
    }

    /**
     * A digest to be put together.
     *
     * @param until the hour of its reader on that day: what happened later is not in it
     * @param keys its day with each person and mailbox it is for
     */
    public record NewDigest(
            String id, LocalDate day, Instant until, UnitId province, UnitId commune, List<PositionId> positions, List<String> keys) {}

    /** A digest that was begun and has not taken its messages yet. */
    public record Begun(String id, List<PositionId> positions, Instant until) {}

    /**
     * Begins digests. For whoever has one of that day already there is no other.
     *
     * @return those that are begun now, or were before and not finished
     */
    public List<String> begin(List<NewDigest> digests) {
        var now = systemClock.instant();
        deliveries.insert(digests.stream().map(digest -> StoredDelivery.write(new Delivery(
                digest.id(), true, Channel.EMAIL, Urgency.NORMAL, digest.province(), digest.commune(), digest.positions(), List.of(), DeliveryState.GATHERING,
                null, List.of(), now, null, null, null, Correlation.fresh(), digest.keys())).append(DAY, digest.day().toString())
                .append(UNTIL, Date.from(digest.until()))).toList());
        return deliveries.collection().find(Filters.and(
                        Filters.in(ID, digests.stream().map(NewDigest::id).toList()), Filters.eq(STATE, DeliveryState.GATHERING.name())))
                .projection(Projections.include(ID)).map(found -> found.getString(ID)).into(new ArrayList<>());
    }

    /** Digests that somebody began and did not finish. */
    public List<Begun> begun() {
        return deliveries.collection().find(Filters.eq(STATE, DeliveryState.GATHERING.name())).map(stored -> new Begun(
                stored.getString(ID), StoredDelivery.read(stored).positions(), stored.get(UNTIL, stored.getDate(QUEUED)).toInstant()))
                .into(new ArrayList<>());
    }

    /** Their messages are theirs: they may leave. */
    public void ready(Collection<String> digests) {
        deliveries.collection().updateMany(Filters.and(Filters.in(ID, digests), Filters.eq(STATE, DeliveryState.GATHERING.name())), List.of(
                new Document(SET, new Document(STATE, DeliveryState.WAITING.name()).append(NEXT, NOW))));
    }

    /** Ends the digests of days before that are not sent and not on their way; their messages are for the next ones, see {@link #recalled}. */
    public List<String> recall(LocalDate day) {
        deliveries.collection().updateMany(
                Filters.and(Filters.in(STATE, DeliveryState.WAITING.name(), DeliveryState.HELD.name()), Filters.eq(DIGEST, true),
                        Filters.lt(DAY, day.toString()), Filters.exists(OWNER, false), Filters.ne(ASKED, true)), List.of(
                        new Document(SET, new Document(STATE, DeliveryState.DROPPED.name()).append(REASON, "NEXT_DIGEST").append(ENDED, NOW).append(RECALLED, true)),
                        new Document(UNSET, List.of(NEXT, HELD_UNTIL))));
        return deliveries.collection().find(Filters.eq(RECALLED, true)).projection(Projections.include(ID)).map(found -> found.getString(ID)).into(new ArrayList<>());
    }

    /** The next ones can have their messages. */
    public void recalled(Collection<String> digests) {
        deliveries.collection().updateMany(Filters.in(ID, digests), Updates.unset(RECALLED));
    }
}
