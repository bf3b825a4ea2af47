package vn.dondoc.notification.channel;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.TaskEvent;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.notification.KnownOrganisation;
import vn.dondoc.notification.Owed;
import vn.dondoc.notification.message.Notification;
import vn.dondoc.notification.message.TestMessages;
import vn.dondoc.notification.message.TestTexts;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.TestProvince;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ZaloCarrierTest {

    private static final TestProvince PROVINCE = new TestProvince("za");
    private static final Owed OWED = new Owed(PROVINCE, "kh");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Notification OVERDUE = TestMessages.of(
            new TaskEvent.TaskOverdue(OWED.overdue("t1", LAST, "xa1.kinhte"), LAST.plusDays(1)), "c1", Instant.parse("2026-12-01T00:00:00Z"));

    private final MongoClient client = MongoClients.create(RealMongo.shared().uri());
    private final MongoTemplate mongo = new MongoTemplate(client, "zalo-test");
    private final TestProviders zalo = new TestProviders();

    ZaloCarrierTest() throws IOException {}

    @BeforeEach
    void empty() {
        mongo.getDb().drop();
    }

    @AfterEach
    void close() {
        zalo.close();
        client.close();
    }

    @Test
    void a_code_and_a_link_are_all_that_is_told() {
        assertThat(carrier("ma:code:30,lien_ket:link:200,han:day:20,so:count:5").send(parcel("d1"))).isEqualTo(new Answer.Taken());

        var posted = zalo.posted.getFirst();
        assertThat(posted.headers()).containsEntry("access_token", "access-1");
        var body = EventJson.mapper().readTree(posted.body());
        assertThat(body.path("phone").asString()).isEqualTo("84912345678");
        assertThat(body.path("template_id").asString()).isEqualTo("256001");
        assertThat(body.path("tracking_id").asString()).isEqualTo("d1");
        assertThat(body.path("template_data").path("ma").asString()).matches("TB-[0-9A-Z]{8}");
        assertThat(body.path("template_data").path("lien_ket").asString()).isEqualTo("https://dondoc.example/tasks/t1");
        assertThat(body.path("template_data").path("han").asString()).isEqualTo("30/11/2026");
        assertThat(posted.body()).doesNotContain(Owed.TITLE);
    }

    @Test
    void a_refresh_token_is_used_once_whoever_asks() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = IntStream.range(0, 12).<Callable<Answer>>mapToObj(i -> () -> carrier("ma:code:30").send(parcel("d" + i))).toList();
            for (var sent : threads.invokeAll(sends)) {
                assertThat(sent.get()).isIn(new Answer.Taken(), new Answer.Away("ZALO_TOKEN_IN_RENEWAL", true, Duration.ofSeconds(2)));
            }
        }
        assertThat(zalo.renewals).hasValue(1);
        assertThat(carrier("ma:code:30").send(parcel("later"))).isEqualTo(new Answer.Taken());
        assertThat(zalo.renewals).hasValue(1);
    }

    @Test
    void what_comes_with_a_token_is_stored_before_it_is_used_and_not_readable() {
        zalo.answers(500, "{}");
        assertThat(carrier("ma:code:30").send(parcel("d1"))).isInstanceOf(Answer.Away.class);
        var stored = mongo.getCollection(ZaloTokens.COLLECTION).find().first().toJson();
        assertThat(stored).doesNotContain("access-1", "refresh-1", "refresh-0");
        assertThat(carrier("ma:code:30").send(parcel("d1"))).as("another instance goes on with it").isEqualTo(new Answer.Taken());
        assertThat(zalo.renewals).hasValue(1);
    }

    @Test
    void a_refresh_token_that_somebody_else_used_waits_for_the_operator() {
        zalo.refresh = "used-by-somebody-else";
        assertThat(carrier("ma:code:30").send(parcel("d1"))).isEqualTo(new Answer.Away("ZALO_SIGN_IN_REFUSED"));
        assertThat(zalo.posted).isEmpty();
    }

    @Test
    void another_configured_refresh_token_begins_anew() {
        carrier("ma:code:30").send(parcel("d1"));
        mongo.getCollection(ZaloTokens.COLLECTION).updateOne(Filters.empty(), Updates.set("expiresAt", new Date(0)));
        zalo.refresh = "put-in-by-the-operator";
        assertThat(carrier("ma:code:30", "put-in-by-the-operator").send(parcel("d2"))).isEqualTo(new Answer.Taken());
    }

    @Test
    void a_token_that_expired_early_is_renewed_and_the_message_sent() {
        var carrier = carrier("ma:code:30");
        carrier.send(parcel("d1"));
        zalo.access = "changed-by-zalo";
        assertThat(carrier.send(parcel("d2"))).isEqualTo(new Answer.Taken());
        assertThat(zalo.renewals).hasValue(2);
        assertThat(zalo.posted).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "-32, ZALO_TOO_MANY, true", "-144, ZALO_QUOTA, true", "-211, ZALO_QUOTA, true", "-133, ZALO_NIGHT, true", "-131, ZALO_TEMPLATE_REFUSED, true",
        "-99999, ZALO_ERROR, false"
    })
    void an_error_in_a_200_is_no_success(int error, String code, boolean provider) {
        zalo.answers(200, "{\"error\":" + error + ",\"message\":\"…\"}");
        assertThat(carrier("ma:code:30").send(parcel("d1"))).isInstanceOfSatisfying(Answer.Away.class, away -> {
            assertThat(away.code()).isEqualTo(code);
            assertThat(away.provider()).isEqualTo(provider);
        });
    }

    @ParameterizedTest
    @CsvSource({"-108, ZALO_NUMBER_REFUSED", "-118, ZALO_NOT_REACHED"})
    void a_number_that_is_not_reached_is_refused_for_good(int error, String code) {
        zalo.answers(200, "{\"error\":" + error + "}");
        assertThat(carrier("ma:code:30").send(parcel("d1"))).isEqualTo(new Answer.Refused(code));
    }

    @Test
    void what_passes_is_tried_again() {
        var carrier = carrier("ma:code:30");
        zalo.answers(429, "slow down");
        assertThat(carrier.send(parcel("d1"))).isEqualTo(new Answer.Away("ZALO_TOO_MANY", true, Duration.ofSeconds(7)));
        zalo.answers(502, "<html>Bad gateway</html>");
        assertThat(carrier.send(parcel("d1"))).isEqualTo(new Answer.Away("ZALO_AWAY"));
        zalo.answers(200, "<html>Welcome to the wifi</html>");
        assertThat(carrier.send(parcel("d1"))).isEqualTo(new Answer.Away("ZALO_AWAY"));
        zalo.slow = true;
        assertThat(carrier.send(parcel("d1"))).isEqualTo(new Answer.Away("ZALO_AWAY"));
    }

    @Test
    void half_a_code_is_not_sent() {
        assertThat(ZaloTemplate.parse("1", "ma:code:11,lien_ket:link:12").filled(what -> what == ZaloTemplate.What.LINK ? "https://x.example/tasks/1" : "TB-1")).isEmpty();
    }

    @Test
    void a_template_without_room_for_a_link_is_told_when_the_service_starts() {
        assertThatIllegalStateException().isThrownBy(() -> carrier("ma_thong_bao:code:30,lien_ket:link:12"))
                .withMessageContaining("lien_ket").withMessageContaining("12 characters");
    }

    @Test
    void a_digest_says_how_much_is_in_it_and_leads_to_all_messages() {
        var carrier = carrier("ma:code:30,so_viec:count:4,han:day:10,lien_ket:link:200");
        var one = parcel("d1");
        assertThat(carrier.send(new Parcel("digest-1234", one.to(), one.address(), true, List.of(OVERDUE, OVERDUE, OVERDUE)))).isEqualTo(new Answer.Taken());
        assertThat(zalo.posted).singleElement().asString().contains("\"so_viec\":\"3\"", "\"ma\":\"TB-DIGEST-1\"", "https://dondoc.example/inbox", "\"han\":\"-\"");
        assertThat(carrier.wording(one)).isEqualTo(new Wording("zalo.256001", "ma:code:30,so_viec:count:4,han:day:10,lien_ket:link:200"));
    }

    @Test
    void each_purpose_goes_by_the_template_that_was_registered_for_it_and_the_rest_by_the_usual_one() {
        var registered = "digest=256002(so_viec:count:4,lien_ket:link:200); overdue=256003(ma:code:30,han:day:10)";
        var carrier = carrier(settings("256001", "ma:code:30", registered, "refresh-0", false));
        var one = parcel("d1");
        var soon = TestMessages.of(new TaskEvent.TaskDueSoon(OWED.task("t2", LAST, "xa1.kinhte"), 3), "c2", Instant.parse("2026-11-27T00:00:00Z"));
        carrier.send(one);
        carrier.send(new Parcel("d2", one.to(), one.address(), true, List.of(OVERDUE, soon)));
        var third = new Parcel("d3", one.to(), one.address(), false, List.of(soon));
        carrier.send(third);

        assertThat(zalo.posted).extracting(posted -> EventJson.mapper().readTree(posted.body()).path("template_id").asString())
                .containsExactly("256003", "256002", "256001");
        assertThat(zalo.posted.get(1).body()).contains("\"so_viec\":\"2\"");
        assertThat(carrier.wording(one)).isEqualTo(new Wording("zalo.256003", "ma:code:30,han:day:10"));

        var withoutUsual = carrier(settings("", "ma:code:30", registered, "refresh-0", false));
        assertThat(withoutUsual.send(third)).isEqualTo(new Answer.Refused("ZALO_NOT_REACHED"));
        assertThat(withoutUsual.send(one)).isEqualTo(new Answer.Taken());
        assertThatIllegalStateException().isThrownBy(() -> carrier(settings("", "ma:code:30", "digest=7(lien_ket:link:12)", "refresh-0", false)))
                .withMessageContaining("template 7").withMessageContaining("lien_ket");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "digest=1(a:code:9);overdue=2(a:code:9) | true", "'' | true", "digest=1(a:code:9); | true", "digest=1 | false", "digest=1() | false",
        "sometime=1(a:code:9) | false", "digest=1(a:name:9) | false", "digest=1(a:code:9);digest=2(a:code:9) | false", "digest=(a:code:9) | false",
    })
    void a_register_that_cannot_be_meant_is_told_when_the_service_starts(String register, boolean good) {
        assertThat(ZaloTemplates.isGood(register)).isEqualTo(good);
    }

    private ZaloCarrier carrier(String fields) {
        return carrier(fields, "refresh-0");
    }

    private ZaloCarrier carrier(String fields, String refresh) {
        return carrier(settings(fields, refresh, false));
    }

    private ZaloProperties settings(String fields, String refresh, boolean followers) {
        return settings("256001", fields, "", refresh, followers);
    }

    private ZaloProperties settings(String template, String fields, String templates, String refresh, boolean followers) {
        return new ZaloProperties(
                "app", "secret-of-the-app", refresh, template, fields, templates, zalo.url("/token"), zalo.url("/send"), followers, Duration.ofDays(2), zalo.url("/oa"),
                Duration.ofMillis(500));
    }

    private ZaloCarrier carrier(ZaloProperties settings) {
        var tokens = new ZaloTokens(settings, mongo, Clock.systemUTC());
        var account = new ZaloAccount(settings, tokens);
        var words = new CodeAndLink(TestSettings.properties());
        return new ZaloCarrier(settings, words, new ShortWords(TestTexts.of(new KnownOrganisation(PROVINCE)), words), new ZaloFollowers(settings, account, mongo, Clock.systemUTC()), account);
    }

    private void read(ZaloProperties settings) {
        new ZaloFollowers(settings, new ZaloAccount(settings, new ZaloTokens(settings, mongo, Clock.systemUTC())), mongo, Clock.systemUTC()).round();
    }

    @Test
    void whoever_follows_and_wrote_lately_gets_a_message_without_a_template_and_others_one_by_template() {
        var settings = settings("ma:code:30", "refresh-0", true);
        var today = LocalDate.now(DomainClock.ZONE);
        zalo.follower("u-lately", "0912345678", today.minusDays(1));
        zalo.follower("u-long-ago", "84900000002", today.minusDays(5));
        read(settings);
        read(settings);
        assertThat(zalo.lists).as("once in an hour, whoever asks").hasValue(1);
        var kept = mongo.getCollection(ZaloFollowers.COLLECTION).find().map(org.bson.Document::toJson).into(new java.util.ArrayList<>());
        assertThat(kept).allSatisfy(one -> assertThat(one).doesNotContain("912345678", "u-lately"));

        var carrier = carrier(settings);
        assertThat(carrier.send(parcel("d1"))).isEqualTo(new Answer.Taken(new Wording("short")));
        assertThat(EventJson.mapper().readTree(zalo.written.getFirst()).path("recipient").path("user_id").asString()).isEqualTo("u-lately");
        assertThat(EventJson.mapper().readTree(zalo.written.getFirst()).path("message").path("text").asString())
                .contains("https://dondoc.example/tasks/t1", "TB-").doesNotContain(Owed.TITLE);
        assertThat(zalo.posted).isEmpty();
        var other = parcel("d2");
        assertThat(carrier.send(new Parcel("d2", other.to(), "+84900000002", false, other.messages()))).isEqualTo(new Answer.Taken());
        assertThat(zalo.posted).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-230, 1", "-213, 1", "-211, 1", "-32, 0"})
    void where_the_account_may_not_write_after_all_the_template_goes(int error, int byTemplate) {
        var settings = settings("ma:code:30", "refresh-0", true);
        zalo.follower("u1", "0912345678", LocalDate.now(DomainClock.ZONE));
        read(settings);
        zalo.errorOfMessages = error;
        var answer = carrier(settings).send(parcel("d1"));
        assertThat(zalo.posted).hasSize(byTemplate);
        assertThat(answer).isEqualTo(byTemplate == 1 ? new Answer.Taken() : new Answer.Away("ZALO_TOO_MANY"));
        assertThat(zalo.written).hasSize(1);
        if (error == -230) {
            carrier(settings).send(parcel("d2"));
            assertThat(zalo.written).as("not tried again before the followers are read anew").hasSize(1);
        }
    }

    private static Parcel parcel(String id) {
        var to = new PositionState(new PositionId("c1"), PROVINCE.unit("xa1.kinhte"), "Trưởng phòng", Role.UNIT_HEAD, new PersonId("ha"), null);
        return new Parcel(id, to, "+84912345678", false, List.of(OVERDUE));
    }
}
