package vn.dondoc.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.testing.DeadLetterCalls;
import vn.dondoc.testing.WritingCall;
import vn.dondoc.testing.WritingCall.Content;
import vn.dondoc.testing.WritingCall.Kind;
import vn.dondoc.testing.WritingCall.Ready;
import vn.dondoc.testing.WritingCalls;

/** Every writing call can be repeated, guards its version, and loses nothing to other writers. */
class RepeatedCallsTest extends PlanServiceTest {

    @Autowired MongoTemplate mongo;

    static Set<String> described() {
        return WritingCalls.describedFor("plan");
    }

    private WritingCalls calls() {
        var all = new ArrayList<>(DeadLetterCalls.of(mongo, "plan-service", administrator()));
        all.add(new WritingCall("POST /api/organisation/import", Kind.NOTHING_NEW_AGAIN, () ->
                new Ready("/api/organisation/import", administrator(), Content.json(directory(anyUnit())), null, null)));
        all.add(new WritingCall("POST /api/organisation/units/{id}/merger", Kind.CREATES, this::merger));
        all.add(new WritingCall("POST /api/plans/drafts", Kind.CREATES, () ->
                new Ready("/api/plans/drafts", standing(), file(document()), file(document()), null)));
        all.add(new WritingCall("PATCH /api/plans/drafts/{id}", Kind.CHANGES_ONCE, () -> {
            var draft = draft();
            return new Ready("/api/plans/drafts/" + draft.id(), standing(), recipients("Lưu: VT"), recipients("Các thôn"), draft.version());
        }));
        all.add(new WritingCall("POST /api/plans/drafts/{id}/publication", Kind.CHANGES_ONCE, () ->
                Ready.of("/api/plans/drafts/" + draft().id() + "/publication", standing())));
        return new WritingCalls("http://127.0.0.1:" + port, mongo, all);
    }

    private Ready merger() {
        var from = anyUnit();
        var into = anyUnit();
        var another = anyUnit();
        http.post().uri("/api/organisation/import").header("Authorization", "Bearer " + administrator())
                .contentType(MediaType.APPLICATION_JSON).body(directory(from, into, another)).exchange().expectStatus().isOk();
        return Ready.of("/api/organisation/units/" + from.id() + "/merger", administrator(),
                new Organisation.Merger(into.id()), new Organisation.Merger(another.id()));
    }

    private static String administrator() {
        return PROVINCE.token("tinh", Role.PROVINCE_ADMINISTRATOR);
    }

    private static Organisation.Directory directory(UnitState... units) {
        return new Organisation.Directory(List.of(units), List.of(), List.of());
    }

    private static UnitState anyUnit() {
        var id = new UnitId("rp-" + UUID.randomUUID());
        var commune = PROVINCE.unit("xa2");
        return new UnitState(id, "Tổ " + id, List.of(), UnitKind.OFFICE, commune, commune, PROVINCE.unit("tinh"), false, true);
    }

    private Plans.Draft draft() {
        return drafted(standing(), "ke-hoach.txt", utf8(document()));
    }

    private static String document() {
        return Documents.plan("Kế hoạch " + Objects.hash(UUID.randomUUID())).replace("Đội Thanh niên tình nguyện", "Công an");
    }

    private static Content recipients(String one) {
        return Content.patch(Map.of("content", Map.of("recipients", List.of(one))));
    }

    private static Content file(String text) {
        return new Content("multipart/form-data; boundary=of-parts", utf8("""
                --of-parts\r
                Content-Disposition: form-data; name="file"; filename="ke-hoach.txt"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --of-parts--\r
                """.formatted(text)));
    }

    @Test
    void every_described_writing_call_is_shown() {
        calls().areAllOf("plan");
    }

    @ParameterizedTest
    @MethodSource("described")
    void repeated_it_is_done_once(String name) {
        calls().repeatedItIsDoneOnce(name);
    }

    @ParameterizedTest
    @MethodSource("described")
    void a_key_is_not_used_for_another_body(String name) {
        calls().aKeyIsNotUsedForAnotherBody(name);
    }

    @ParameterizedTest
    @MethodSource("described")
    void a_version_is_guarded(String name) {
        calls().aVersionIsGuarded(name);
    }

    @ParameterizedTest
    @MethodSource("described")
    void sixteen_with_one_key_are_one(String name) {
        calls().sixteenWithOneKeyAreOne(name);
    }

    @ParameterizedTest
    @MethodSource("described")
    void sixteen_with_keys_of_their_own_lose_nothing(String name) {
        calls().sixteenWithKeysOfTheirOwnLoseNothing(name);
    }
}
