package vn.dondoc.notification.delivery;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.channel.Carrier;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.NotificationProperties;
import vn.dondoc.notification.channel.TestChannels;
import vn.dondoc.notification.channel.TestSettings;
import vn.dondoc.notification.digest.Digests;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.Templates;
import vn.dondoc.notification.message.TestMessages;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.people.PersonalAddresses;
import vn.dondoc.notification.preference.Choices;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.notification.rule.Recipients;
import vn.dondoc.notification.template.TemplateBook;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Actor;
import vn.dondoc.platform.history.Aggregates;
import vn.dondoc.platform.history.PlainAggregates;
import vn.dondoc.platform.store.PlainStore;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestProvince;

/** Everything between a message and the wire, on a real database, at a time that the test says. */
final class Rig implements AutoCloseable {

    private static final int AT_ONCE = 16;

    final TestProvince province;
    final KnownOrganisation organisation;
    final MongoTemplate mongo;
    final Chosen chosen = new Chosen();
    final DomainClock clock = new DomainClock(Clock.systemUTC(), Duration.ZERO);
    final Deliveries deliveries;
    final DigestItems items;
    final Aggregates<Notification> notifications;
    final Obligations obligations;
    final Digests digests;
    final TemplateBook templates;
    private final MongoClient client = MongoClients.create(RealMongo.shared().uri());
    private final Dispatch dispatch;
    private final Courier courier;
    private final Settling settling;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    Rig(String name, Carrier... carriers) {
        this(name, TestSettings.properties(), carriers);
    }

    Rig(String name, NotificationProperties settings, Carrier... carriers) {
        province = new TestProvince(name);
        organisation = new KnownOrganisation(province);
        mongo = PlainStore.of(client, "rig-" + name);
        mongo.getDb().drop();
        PlainStore.prepare(mongo, DeliveryConfiguration.collection(Duration.ofDays(4000)));
        PlainStore.prepare(mongo, DeliveryConfiguration.digestItems());
        var system = Clock.systemUTC();
        var all = new Carriers(List.of(carriers));
        deliveries = new Deliveries(mongo, system);
        items = new DigestItems(mongo);
        notifications = PlainAggregates.of(mongo, system, "notifications", Notification.class);
        obligations = new Obligations(mongo);
        dispatch = new Dispatch(deliveries, items, all, settings, clock, system);
        settling = new Settling(deliveries, items, notifications, clock);
        templates = new TemplateBook(templates(), mongo);
        var lastLook = new LastLook(organisation, new Numbers(), chosen, clock);
        var forwarding = new Forwarding(lastLook, new Recipients(organisation, obligations, clock), obligations, notifications, items, dispatch, clock);
        courier = new Courier(
                deliveries, items, new DigestContents(deliveries, items, lastLook, forwarding), dispatch, new Insights(items, notifications, obligations),
                lastLook, forwarding, all, templates, new Ends(deliveries), settling,
                new Patience(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofDays(900)), clock, system, new SimpleMeterRegistry());
        digests = new Digests(new DigestDeliveries(deliveries, system), items, organisation, chosen, forwarding, clock, LocalTime.of(7, 0));
    }

    private static Templates templates() {
        try {
            return new Templates();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** What people chose, as a test says. */
    static final class Chosen implements Choices {
        final Map<PersonId, Choice> all = new ConcurrentHashMap<>();

        @Override
        public Set<LocalTime> hours() {
            return all.values().stream().flatMap(choice -> Stream.ofNullable(choice.digestAt())).collect(Collectors.toSet());
        }

        @Override
        public Choice of(PersonId person) {
            return all.getOrDefault(person, USUAL);
        }
    }

    /** Everybody has a telephone whose number is the person's id, and a mailbox but for one. */
    private static final class Numbers implements PersonalAddresses {

        @Override
        public Address of(PersonId person) {
            return Set.of("no-mail", "no-zalo", "no-phone").contains(person.value()) ? new Address.Unknown() : new Address.Known(person.value() + "@people.example");
        }

        @Override
        public Address phoneOf(PersonId person) {
            return person.value().equals("no-phone") ? new Address.Unknown() : new Address.Known(person.value());
        }
    }

    void at(LocalDate day, int hour, int minute) {
        var moment = LocalDateTime.of(day, LocalTime.of(hour, minute)).atZone(DomainClock.ZONE).toInstant();
        clock.shiftTo(Duration.between(Clock.systemUTC().instant(), moment));
    }

    /** An event arrives, as it does from the topics: again, late, or after a newer one. */
    void arrives(String id, long sequence, TaskEvent event, List<PositionId> to) {
        var after = TestMessages.obligation(event);
        var key = after.key();
        var before = obligations.find(List.of(key)).get(key);
        var now = before != null && before.sequence() >= sequence
                ? before.obligation()
                : java.util.Objects.requireNonNull(Obligation.after(before == null ? null : before.obligation(), event));
        obligations.apply(List.of(new Known(now, sequence, java.util.Set.of())));
        if (to.isEmpty()) {
            return;
        }
        var at = clock.instant();
        var notice = TestMessages.notice(event, at);
        var made = to.stream().map(position -> TestMessages.made(event, id, position, at, now, notice)).toList();
        notifications.createAll(new Act(Actor.system("intake"), at, "rig", null, null), made);
        dispatch.add(made.stream().map(message -> message.decision().state()).toList(), "rig");
    }

    /** Two workers send what may leave now, until nothing is left that can. */
    void work() throws Exception {
        deliveries.release(clock.instant());
        together(this::workOff);
        settling.round();
    }

    void together(Callable<?> work) throws Exception {
        for (var done : workers.invokeAll(IntStream.range(0, 2).<Callable<Object>>mapToObj(_ -> () -> {
            var result = work.call();
            return result == null ? "done" : result;
        }).toList())) {
            done.get();
        }
    }

    private Object workOff() {
        for (var channel : List.of(Channel.WEBHOOK, Channel.EMAIL, Channel.ZALO, Channel.SMS)) {
            for (int i = 0; i < 2; i++) {
                var due = deliveries.due(channel, 500);
                for (int from = 0; from < due.size(); from += AT_ONCE) {
                    handOut(deliveries.claim(due.subList(from, Math.min(from + AT_ONCE, due.size()))));
                }
            }
        }
        return "done";
    }

    private void handOut(List<Claimed> claims) {
        var insight = courier.look(claims);
        for (var claimed : claims) {
            try {
                courier.note(courier.attempt(claimed, insight)).ifPresent(ended -> settling.settle(List.of(ended)));
            } catch (Crash dead) {
                // its lease ends by itself
            }
        }
    }

    /** The leases of workers that died are over. */
    void leasesEnd() {
        mongo.getCollection(Deliveries.COLLECTION).updateMany(
                Filters.and(Filters.eq(StoredDelivery.STATE, "WAITING"), Filters.exists(StoredDelivery.OWNER)), Updates.set(StoredDelivery.NEXT, new Date(0)));
    }

    /** As many couriers as that at the desk of a channel. */
    Desk desk(Channel channel, int workers) {
        return new Desk(channel, deliveries, courier, settling, TestChannels.circuits(mongo), TestChannels.rates(mongo), workers);
    }

    /** A worker dies with what it has taken. */
    void somebodyDiesWithOne() {
        deliveries.due(Channel.EMAIL, 1).forEach(deliveries::claim);
    }

    /** A worker dies at this point. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("died", null, false, false);
        }
    }

    @Override
    public void close() {
        workers.close();
        mongo.getDb().drop();
        client.close();
    }
}
