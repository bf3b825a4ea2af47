package vn.dondoc.notification.code;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.HtmlUtils;
import vn.dondoc.contracts.api.Notifications;
import vn.dondoc.contracts.api.People;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.notification.channel.PromptMail;
import vn.dondoc.notification.channel.SmsGateway;
import vn.dondoc.notification.message.Texts;
import vn.dondoc.notification.people.HomeOfPeople;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.problem.ProblemException;

/** Sends a one-time code at once, by short message where the person has a phone and there is a gateway, else by e-mail. */
@RestController
class CodeController {

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final HomeOfPeople people;
    private final SmsGateway sms;
    private final PromptMail mail;
    private final Texts texts;

    CodeController(HomeOfPeople people, SmsGateway sms, PromptMail mail, Texts texts) {
        this.people = people;
        this.sms = sms;
        this.mail = mail;
        this.texts = texts;
    }

    @PostMapping("/api/notifications/codes")
    @Allowed(services = "console")
    Notifications.CodeSent send(@RequestBody Notifications.Code wanted) {
        if (!CODE.matcher(wanted.code()).matches()) {
            throw ProblemException.of(400, "VALIDATION");
        }
        var contact = contactOf(wanted.person()).orElseThrow(ProblemException::notFound);
        var phone = contact.phone();
        var address = contact.email();
        if (phone != null && sms.isThere() && sms.send(phone, texts.word("message.code.sms", VIETNAMESE, wanted.code()))) {
            return new Notifications.CodeSent("sms");
        }
        if (address != null && letter(address, wanted.code())) {
            return new Notifications.CodeSent("email");
        }
        if (address == null && (phone == null || !sms.isThere())) {
            throw ProblemException.of(409, "CODE_NO_WAY");
        }
        throw ProblemException.unavailable("CODE_NOT_SENT", 30);
    }

    private Optional<People.Contact> contactOf(PersonId person) {
        try {
            return people.contactOf(person, People.Reason.SIGN_IN);
        } catch (RestClientException away) {
            throw ProblemException.unavailable("UNAVAILABLE", 5);
        }
    }

    private boolean letter(String address, String code) {
        var text = texts.word("message.code.text", VIETNAMESE, code);
        return mail.send(UUID.randomUUID().toString(), address, texts.word("message.code.subject", VIETNAMESE), text, "<p>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>");
    }
}
