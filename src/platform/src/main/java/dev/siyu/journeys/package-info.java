/** The catalogue of journeys: what is drawn, what may be deployed, which versions run. */
@NullMarked
package dev.siyu.journeys;

import org.jspecify.annotations.NullMarked;
