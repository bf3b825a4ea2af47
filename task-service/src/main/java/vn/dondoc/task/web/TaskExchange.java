package vn.dondoc.task.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Systems.Column;
import vn.dondoc.contracts.api.Systems.Field;
import vn.dondoc.contracts.event.AssigningLevel;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.problem.Problems;
import vn.dondoc.platform.sheet.UnreadableWorkbook;
import vn.dondoc.platform.sheet.WorkbookReader;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Download;
import vn.dondoc.platform.web.Window;
import vn.dondoc.task.exchange.Belonging;
import vn.dondoc.task.exchange.Exchange;
import vn.dondoc.task.exchange.ExchangeBook;
import vn.dondoc.task.exchange.ExchangeReading;

/** Tasks for the systems of others, and from them. Which tasks and which columns those are, the caller says: the register is elsewhere. */
@RestController
@RequestMapping("/api/tasks/exchange")
final class TaskExchange {

    private static final int LARGEST_FILE = 10_000_000;
    private static final int MOST_COLUMNS = 30;
    private static final int HEADING = 100;

    private final Exchange exchange;
    private final ExchangeBook book;
    private final ExchangeReading reading;
    private final DomainClock clock;
    private final Problems problems;

    TaskExchange(Exchange exchange, ExchangeBook book, ExchangeReading reading, DomainClock clock, Problems problems) {
        this.exchange = exchange;
        this.book = book;
        this.reading = reading;
        this.clock = clock;
        this.problems = problems;
    }

    @GetMapping
    @Allowed(on = Reach.SELF)
    Page<Systems.Row> rows(Caller caller, Window window, Locale locale, @RequestParam MultiValueMap<String, String> asked) {
        var belonging = belonging(asked, locale);
        return window.page(exchange.page(caller, belonging, window), exchange.count(caller, belonging));
    }

    @GetMapping("/workbook")
    @Allowed(on = Reach.SELF)
    void workbook(Caller caller, Locale locale, @RequestParam MultiValueMap<String, String> asked, HttpServletResponse response) throws IOException {
        var belonging = belonging(asked, locale);
        var columns = columns(asked);
        if (exchange.count(caller, belonging) > ExchangeBook.MOST_ROWS) {
            throw ProblemException.of(422, "EXPORT_TOO_LONG", ExchangeBook.MOST_ROWS);
        }
        Download.send(response, "nhiem-vu-" + clock.today() + ".xlsx", Download.XLSX, out -> book.write(caller, belonging, columns, out));
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(on = Reach.SELF)
    Systems.Preview look(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam MultiValueMap<String, String> asked, Call call, Locale locale)
            throws IOException {
        if (file == null) {
            throw ProblemException.of(400, "FILE_MISSING");
        } else if (file.getSize() > LARGEST_FILE) {
            throw ProblemException.of(413, "TOO_LARGE");
        }
        var columns = columns(asked);
        try {
            return reading.read(WorkbookReader.read(file.getBytes()), columns, call.caller(), locale);
        } catch (UnreadableWorkbook unreadable) {
            throw ProblemException.of(422, unreadable.code());
        }
    }

    private Belonging belonging(MultiValueMap<String, String> asked, Locale locale) {
        var read = new FilterReading(problems, locale);
        var belonging = new Belonging(
                asked.getFirst("programme"), read.codes("level", asked.getOrDefault("level", List.of()), AssigningLevel.class), read.flag("coded", asked.getFirst("coded")),
                read.id("commune", asked.getFirst("commune"), UnitId::new));
        read.finish();
        return belonging;
    }

    private static List<Column> columns(MultiValueMap<String, String> asked) {
        var headings = asked.getOrDefault("heading", List.of());
        var fields = asked.getOrDefault("field", List.of());
        var columns = new ArrayList<Column>();
        for (int at = 0; at < Math.min(headings.size(), fields.size()); at++) {
            var heading = headings.get(at).strip();
            Coded.of(Field.class, fields.get(at)).filter(_ -> !heading.isEmpty() && heading.length() <= HEADING).ifPresent(field -> columns.add(new Column(heading, field)));
        }
        var codes = columns.stream().filter(column -> column.field() == Field.CODE).count();
        if (columns.size() != headings.size() || columns.size() != fields.size() || columns.size() > MOST_COLUMNS || codes != 1) {
            throw ProblemException.of(400, "EXCHANGE_COLUMNS");
        }
        return columns;
    }
}
