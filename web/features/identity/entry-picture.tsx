/** The mark, drawn large over the lines it is made of. Decorative. */
export function EntryPicture() {
  return (
    <>
      <svg class="absolute inset-0 size-full" aria-hidden="true">
        <defs>
          <pattern id="entry-lines" width="118" height="289" patternUnits="userSpaceOnUse">
            <path d="M0 289 118 0M0 0l118 289" stroke="white" stroke-opacity="0.13" fill="none" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#entry-lines)" />
      </svg>
      <svg
        viewBox="-1 -1 492 468"
        class="absolute left-1/2 top-1/2 h-[54%] max-w-[70%] -translate-x-1/2 -translate-y-1/2"
        aria-hidden="true"
      >
        <path
          d="M190 0h110l190 465H373L245 139 117 465H0Z"
          class="fill-night"
          stroke="white"
          stroke-width="1.5"
        />
        <circle cx="245" cy="404" r="56" fill="oklch(0.868 0.205 124)" />
      </svg>
    </>
  );
}
