"""Columns of text."""


def table(rows, right=()):
    """Lines of aligned columns; those whose index is in `right` are aligned to the right."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))] if rows else []
    for row in rows:
        cells = [cell.rjust(width) if index in right else cell.ljust(width) for index, (cell, width) in enumerate(zip(row, widths))]
        yield "  ".join(cells).rstrip()


def megabytes(count):
    return "%d MB" % round(count / 1048576)


def seconds(count):
    return "-" if count is None else "%.1f s" % count
