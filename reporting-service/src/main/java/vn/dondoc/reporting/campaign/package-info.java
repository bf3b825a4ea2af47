/** What the province asks chosen communes for, once, with a form and a day. */
@NullMarked
package vn.dondoc.reporting.campaign;

import org.jspecify.annotations.NullMarked;
