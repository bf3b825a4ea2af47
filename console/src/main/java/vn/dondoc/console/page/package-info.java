/** What every page shares: layout, language, formats, errors. */
@NullMarked
package vn.dondoc.console.page;

import org.jspecify.annotations.NullMarked;
