import { Skeleton, SkeletonDelay } from "#web/ui/skeleton.tsx";

/** The frame's shape while it is not known yet who this is. */
export function FrameSkeleton() {
  return (
    <div class="flex h-dvh bg-canvas">
      <SkeletonDelay>
        <div class="flex w-rail shrink-0 flex-col gap-4 p-4 phone:hidden">
          <Skeleton class="h-4 w-32" />
          <Skeleton class="mt-4 h-2 w-24" />
          <Skeleton class="h-2 w-20" />
          <Skeleton class="h-2 w-28" />
        </div>
        <div class="flex min-w-0 flex-1 flex-col border-line bg-surface sm:border-l">
          <div class="flex h-bar items-center border-b border-line px-4">
            <Skeleton class="h-2 w-24" />
          </div>
        </div>
      </SkeletonDelay>
    </div>
  );
}
