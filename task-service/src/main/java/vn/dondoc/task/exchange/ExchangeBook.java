package vn.dondoc.task.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Systems.Column;
import vn.dondoc.contracts.api.Systems.Field;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.sheet.WorkbookWriter;
import vn.dondoc.task.assignment.Evidence;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.sheet.Words;

/** Writes the tasks of a system in the columns of its own sheet, in Vietnamese, whoever asks: it is read there. */
@Component
public final class ExchangeBook {

    public static final int MOST_ROWS = 10_000;
    private static final int NARROW = 16;
    private static final int WIDE = 50;

    private final Exchange exchange;
    private final Directory directory;
    private final Words words;

    ExchangeBook(Exchange exchange, Directory directory, MessageSource messages) {
        this.exchange = exchange;
        this.directory = directory;
        this.words = new Words(messages, ProblemConfiguration.VIETNAMESE);
    }

    public void write(Caller caller, Belonging belonging, List<Column> columns, OutputStream out) throws IOException {
        try (var book = new WorkbookWriter()) {
            int[] number = {0};
            book.sheet(words.say("sheet.name"), columns.stream().map(Column::heading).toList(), columns.stream().map(column -> widthOf(column.field())).toList(),
                    line -> exchange.each(caller, belonging, MOST_ROWS, told -> {
                        number[0]++;
                        line.of(columns.stream().map(column -> cell(column.field(), told, number[0])).toList());
                    }));
            book.to(out);
        }
    }

    private String cell(Field field, Exchange.Told told, int number) {
        var task = told.task();
        var planned = task.planned();
        var evidence = Objects.requireNonNullElse(task.work().evidence(), new Evidence(null, null));
        return switch (field) {
            case NUMBER -> Integer.toString(number);
            case CODE -> text(Exchange.codeOf(task));
            case ORDINAL -> text(planned.ordinal());
            case TITLE -> planned.title();
            case COMMUNE -> directory.nameOf(task.commune());
            case LEAD -> names(planned.lead());
            case COORDINATING -> names(planned.coordinating());
            case DEADLINE -> words.deadline(task.lastDay(), planned.due());
            case TIME_CLASS -> words.of(task.timeClass());
            case WORK_STATE -> words.of(task.work().state());
            case PERCENT -> text(task.work().percent());
            case PROGRESS -> text(told.note());
            case FIGURES -> Figures.of(task).stream().map(Tasks.FigureTold::figure).map(words::of).collect(Collectors.joining("; "));
            case PRODUCT -> text(planned.product());
            case DOCUMENT_NUMBER -> text(evidence.number());
            case DOCUMENT_DATE -> words.day(evidence.date());
            case SUBMITTED_ON -> words.day(task.work().submittedOn());
            case BUDGET -> text(planned.budgetVnd());
            case DISBURSED -> text(task.particulars() == null ? null : task.particulars().disbursedVnd());
            case EMPTY -> "";
        };
    }

    private static int widthOf(Field field) {
        return switch (field) {
            case TITLE, PROGRESS, FIGURES, PRODUCT -> WIDE;
            default -> NARROW;
        };
    }

    private String names(List<UnitId> units) {
        return units.stream().map(directory::nameOf).collect(Collectors.joining("; "));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
