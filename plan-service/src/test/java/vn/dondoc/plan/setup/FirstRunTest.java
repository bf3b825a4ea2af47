package vn.dondoc.plan.setup;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.RestTestClient;
import vn.dondoc.contracts.api.DraftAct;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.plan.Documents;
import vn.dondoc.testing.RealParts;
import vn.dondoc.testing.TestIssuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From an empty installation to the first published plan of a commune, while nobody but its administrator has an account. */
@RealParts
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstRunTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Organisation.SetupWanted WANTED = new Organisation.SetupWanted("Tỉnh Đầu Tiên", "Dau-Tien", "Lương Thị Hà", "0912 345 678", null);

    @LocalServerPort int port;
    private RestTestClient http;

    @BeforeAll
    void ready() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
    }

    @Test
    void from_the_printed_token_to_a_published_plan(CapturedOutput output) {
        await().atMost(LIMIT).until(() -> output.getAll().contains("with the setup token: "));
        var printed = output.getAll().substring(output.getAll().lastIndexOf("with the setup token: ") + 22).lines().findFirst().orElseThrow().strip();
        assertThat(open()).isTrue();
        setUp("not-the-token", WANTED).expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("SETUP_TOKEN");
        setUp(null, WANTED).expectStatus().isForbidden();
        setUp(printed, new Organisation.SetupWanted("", "có dấu", "", null, "x")).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[*].code").value(List.class, codes -> assertThat(codes).contains("NAME_MISSING", "PROVINCE_CODE", "PERSON_NAME", "EMAIL_BROKEN"));

        var done = Objects.requireNonNull(setUp(printed, WANTED).expectStatus().isCreated().expectBody(Organisation.SetUp.class).returnResult().getResponseBody());
        assertThat(open()).isFalse();
        setUp(printed, WANTED).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("SETUP_DONE");
        assertThat(identified("+84912345678")).isEqualTo(done.person());

        var administrator = TestIssuer.token(done.person());
        await().atMost(LIMIT).untilAsserted(() -> http.get().uri("/api/organisation/me").header("Authorization", "Bearer " + administrator).exchange().expectStatus().isOk());
        var wanted = new Organisation.CommuneWanted(UnitKind.COMMUNE, "Xã Thượng Thử", true);
        var made = post("/api/organisation/communes", administrator, wanted, Organisation.CommuneMade.class);
        assertThat(made.imported().units()).isEqualTo(9);
        assertThat(made.imported().bodies()).isEqualTo(2);
        assertThat(post("/api/organisation/communes", administrator, wanted, Organisation.CommuneMade.class).imported().units()).isZero();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(get("/api/organisation/me", administrator, Organisation.Me.class).positions())
                .extracting(Organisation.PositionView::role).contains(Role.PROVINCE_ADMINISTRATOR, Role.COMMUNE_ADMINISTRATOR));

        var path = "/api/organisation/units/" + made.unit() + "/villages";
        var names = "1. Thôn Một\n2. Thôn Hai\nThôn Một";
        assertThat(post(path, administrator, new Organisation.VillagesWanted(names, false), Organisation.Villages.class).lines())
                .extracting(Organisation.Village::state).containsExactly(Organisation.VillageState.NEW, Organisation.VillageState.NEW, Organisation.VillageState.TWICE);
        post(path, administrator, new Organisation.VillagesWanted(names, true), Organisation.Villages.class);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(post(path, administrator, new Organisation.VillagesWanted(names, false), Organisation.Villages.class).lines())
                .extracting(Organisation.Village::state).startsWith(Organisation.VillageState.THERE, Organisation.VillageState.THERE));

        var draft = upload(administrator, made);
        var unknown = draft.names().stream().filter(name -> name.open() && !name.collective()).map(Plans.NameInDraft::name).toList();
        assertThat(unknown).contains("Đội Thanh niên tình nguyện");
        var units = unknown.stream().map(name -> new DraftAct.NamedNewUnit(name, new DraftAct.NewUnit(name, UnitKind.FRONT, null))).collect(Collectors.toList());
        var settled = act(administrator, draft, new DraftAct.CreateUnits(units, true));
        assertThat(settled.content().tasks()).allSatisfy(task -> assertThat(task.lead()).allSatisfy(lead -> assertThat(lead.unit()).isNotNull()));
        assertThat(act(administrator, settled, new DraftAct.Undo()).names()).anyMatch(Plans.NameInDraft::open);
        settled = act(administrator, get("/api/plans/drafts/" + draft.id(), administrator, Plans.Draft.class), new DraftAct.Undo());
        settled = act(administrator, settled, new DraftAct.DecideDuties(List.of(), true, "watched", null, null, null, null, null, null));
        for (var open : settled.names()) {
            if (open.open()) {
                settled = act(administrator, settled, new DraftAct.SettleName(
                        open.name(), open.candidates().stream().map(Plans.Candidate::unit).toList(), null, false));
            }
        }
        if (!settled.proposals().isEmpty()) {
            settled = act(administrator, settled, new DraftAct.TakeProposals(List.of(), true));
        }
        http.post().uri("/api/plans/drafts/" + settled.id() + "/publication").header("Authorization", "Bearer " + administrator).exchange()
                .expectStatus().isCreated().expectBody(Plans.Plan.class).value(plan -> assertThat(plan.tasks()).hasSize(2));
    }

    private boolean open() {
        return Objects.requireNonNull(http.get().uri("/api/organisation/setup").exchange().expectStatus().isOk().expectBody(Organisation.Setup.class)
                .returnResult().getResponseBody()).open();
    }

    private RestTestClient.ResponseSpec setUp(@org.jspecify.annotations.Nullable String token, Organisation.SetupWanted wanted) {
        var call = http.post().uri("/api/organisation/setup").contentType(MediaType.APPLICATION_JSON);
        return (token == null ? call : call.header("Setup-Token", token)).body(wanted).exchange();
    }

    private PersonId identified(String contact) {
        return post("/api/people/identified", TestIssuer.service("console"), new People.Identified(null, contact), People.Known.class).person();
    }

    private <T> T get(String path, String token, Class<T> type) {
        return Objects.requireNonNull(http.get().uri(path).header("Authorization", "Bearer " + token).exchange().expectStatus().isOk().expectBody(type)
                .returnResult().getResponseBody());
    }

    private <T> T post(String path, String token, Object body, Class<T> type) {
        return Objects.requireNonNull(http.post().uri(path).header("Authorization", "Bearer " + token).contentType(MediaType.APPLICATION_JSON).body(body).exchange()
                .expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }

    private Plans.Draft act(String token, Plans.Draft draft, DraftAct stroke) {
        return Objects.requireNonNull(http.post().uri("/api/plans/drafts/" + draft.id() + "/acts").header("Authorization", "Bearer " + token)
                .header("If-Match", "\"" + draft.version() + "\"").contentType(MediaType.APPLICATION_JSON).body(stroke).exchange()
                .expectStatus().isOk().expectBody(Plans.Draft.class).returnResult().getResponseBody());
    }

    private Plans.Draft upload(String token, Organisation.CommuneMade made) {
        var body = new MultipartBodyBuilder();
        body.part("file", new ByteArrayResource(Documents.plan("Chuyển đổi số").getBytes(UTF_8))).filename("ke-hoach.txt");
        body.part("commune", made.unit().value());
        return Objects.requireNonNull(http.post().uri("/api/plans/drafts").header("Authorization", "Bearer " + token).contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body.build()).exchange().expectStatus().isCreated().expectBody(Plans.Draft.class).returnResult().getResponseBody());
    }
}
