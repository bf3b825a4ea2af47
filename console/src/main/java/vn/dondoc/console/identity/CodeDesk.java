package vn.dondoc.console.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.Tries;
import vn.dondoc.contracts.id.PersonId;

/** Hands out one-time codes, within limits for each contact, person and address; the ticket goes to the browser as a cookie of five minutes. */
@Component
class CodeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CodeDesk.class);
    private static final String COOKIE = "dondoc-code";
    private static final String PATH = "/sign-in/code";

    private static final int SHORT = 3;
    private static final Duration A_WHILE = Duration.ofMinutes(15);
    private static final int LONG = 10;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int BY_ADDRESS = 30;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Codes codes;
    private final Tries tries;
    private final KnownPeople people;
    private final ConsoleSettings settings;

    CodeDesk(Codes codes, Tries tries, KnownPeople people, ConsoleSettings settings) {
        this.codes = codes;
        this.tries = tries;
        this.people = people;
        this.settings = settings;
    }

    /**
     * Sends a code to whoever has that contact. What is answered, and how soon, is the same for a contact that nobody has.
     *
     * @return false when it was asked for too often
     */
    boolean sendToContact(String contact, HttpServletRequest request, HttpServletResponse response) {
        if (!mayAsk("contact", contact, request)) {
            return false;
        }
        var person = people.byContact(contact);
        var made = codes.make(person.orElse(null));
        person.ifPresent(known -> Thread.ofVirtual().name("one-time-code").start(() -> sendQuietly(known, made.code())));
        hand(made.ticket(), response);
        return true;
    }

    /**
     * Sends a code to somebody who is known by an invitation.
     *
     * @return false when it was asked for too often
     * @throws Refused when it cannot be sent now
     */
    boolean sendToPerson(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        if (!mayAsk("person", person.value(), request)) {
            return false;
        }
        var made = codes.make(person);
        people.send(person, made.code());
        hand(made.ticket(), response);
        return true;
    }

    private boolean mayAsk(String kind, String of, HttpServletRequest request) {
        return tries.take("code-address", request.getRemoteAddr(), BY_ADDRESS, AN_HOUR)
                && tries.take("code-" + kind, of, SHORT, A_WHILE)
                && tries.take("code-" + kind + "-day", of, LONG, A_DAY);
    }

    private void sendQuietly(PersonId person, String code) {
        try {
            people.send(person, code);
        } catch (Refused refused) {
            LOG.warn("A one-time code was not sent: {}", refused.getMessage());
        }
    }

    Codes.Tried attempt(String code, HttpServletRequest request) {
        return ticket(request).map(ticket -> codes.attempt(ticket, code)).orElseGet(Codes.Tried.Over::new);
    }

    private static Optional<String> ticket(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Optional.empty() : Stream.of(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
    }

    private void hand(String ticket, HttpServletResponse response) {
        put(ticket, Codes.GOOD_FOR, response);
    }

    void takeBack(HttpServletResponse response) {
        put("", Duration.ZERO, response);
    }

    private void put(String value, Duration age, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value)
                .path(PATH).httpOnly(true).secure(!settings.isLocal()).sameSite("Strict").maxAge(age).build().toString());
    }
}
