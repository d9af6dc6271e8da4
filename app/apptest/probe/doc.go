// Package probe owns what a journey may ask the running program: what is on the screen now, and whether the
// program has come to rest. It does not press keys or buttons; journeys do that through the X server, as a
// person would.
//
// The program calls [Start], [Name] and [Busy]. Without the build tag e2e all three do nothing, so a released
// program holds no probe. With it, Start answers lines of JSON on the unix socket named by the variable
// JIANBAO_PROBE, one scene.Question and one scene.Answer a line.
package probe
