package vn.dondoc.console.mail;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the messages of the sink. The HTML of a message is shut in: no scripts, no forms, nothing loaded. */
@Controller
@Profile("local")
class LocalMailController {

    private static final int SHOWN = 50;
    private static final String SHUT_IN = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private final MongoOperations mongo;

    LocalMailController(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/local/mails")
    String list(@RequestParam(required = false) @Nullable String to, Model model) {
        var query = new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(SHOWN);
        if (to != null && !to.isBlank()) {
            query.addCriteria(Criteria.where("to").is(to.strip()));
        }
        query.fields().exclude("html");
        model.addAttribute("mails", mongo.find(query, LocalMail.class));
        model.addAttribute("to", to);
        return "local/mails";
    }

    @GetMapping("/local/mails/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("mail", find(id));
        return "local/mail";
    }

    @GetMapping("/local/mails/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        var html = find(id).html();
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SHUT_IN)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html == null ? "" : html);
    }

    private LocalMail find(String id) {
        var mail = mongo.findById(id, LocalMail.class);
        if (mail == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return mail;
    }
}
