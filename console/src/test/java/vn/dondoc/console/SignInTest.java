package vn.dondoc.console;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignInTest {

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void quietServices() {
        Console.SERVICES.forget();
        Samples.everything(Console.SERVICES, Samples.officer());
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInPage() {
        var answer = visitor.get("/tasks");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @Test
    void thePageListsTheDemoAccountsByRole() {
        assertThat(visitor.get("/sign-in").body()).contains("Tài khoản dùng thử", "Cơ quan thường trực tỉnh", "xa1.vanphong");
    }

    @Test
    void afterSigningInOneIsWhereOneWantedToBe() {
        visitor.get("/tasks?timeClass=overdue");
        visitor.get("/sign-in");
        var before = visitor.session();
        var answer = visitor.post("/sign-in", "account", "xa1.vanphong", "password", Console.PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/tasks?timeClass=overdue");
        assertThat(visitor.session()).as("a new session id").isNotEmpty().isNotEqualTo(before);
        assertThat(visitor.get("/").body()).contains("Việc của tôi", "Phạm Thử Nghiệm");
    }

    @Test
    void theSessionCookieIsShutToScriptsAndOtherSites() {
        var cookie = visitor.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aWrongPasswordIsRefusedWithASentence() {
        visitor.get("/sign-in");
        var answer = visitor.post("/sign-in", "account", "xa1.vanphong", "password", "wrong");
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?error=wrong");
        assertThat(visitor.get("/sign-in?error=wrong").body()).contains("Tài khoản hoặc mật khẩu không đúng");
        visitor.post("/sign-in", "account", "xa1.vanphong", "password", Console.PASSWORD);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void fiveWrongTriesCloseAnAccountWhateverInstanceWasAsked() {
        var account = "nobody-" + UUID.randomUUID();
        visitor.get("/sign-in");
        for (var wrong = 0; wrong < 5; wrong++) {
            var answer = visitor.post("/sign-in", "account", account, "password", "wrong");
            assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?error=wrong");
        }
        var answer = visitor.post("/sign-in", "account", account, "password", "wrong");
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?error=locked");
    }

    @Test
    void anAddressThatTriedWronglyAHundredTimesIsClosedForAllAccounts() {
        var door = Console.bean(AuthenticationProvider.class);
        for (var wrong = 0; wrong < 100; wrong++) {
            assertThatThrownBy(() -> door.authenticate(tried("nobody-" + UUID.randomUUID(), "wrong", "203.0.113.7"))).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> door.authenticate(tried("xa1.vanphong", Console.PASSWORD, "203.0.113.7"))).isInstanceOf(LockedException.class);
        assertThat(door.authenticate(tried("xa1.vanphong", Console.PASSWORD, "203.0.113.8")).isAuthenticated()).isTrue();
    }

    private static Authentication tried(String account, String password, String address) {
        var wanted = UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        wanted.setDetails(new WebAuthenticationDetails(address, null));
        return wanted;
    }

    @Test
    void signingInWithoutTheTokenOfThePageIsRefused() {
        visitor.get("/sign-in");
        visitor.forgetCsrf();
        assertThat(visitor.post("/sign-in", "account", "xa1.vanphong", "password", Console.PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void afterSigningOutTheSessionIsWorthNothing() {
        var someone = Visitor.signedIn("xa1.vanphong");
        someone.post("/sign-out");
        assertThat(someone.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void noScriptOrStyleRunsFromInsideAPage() {
        var policy = visitor.get("/sign-in").headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'").doesNotContain("unsafe");
    }
}
