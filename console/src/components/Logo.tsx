/** The tenrec: a round back of stripes, a long nose. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Tenrec">
      <path
        fill="currentColor"
        d="M1.600 22.900C5 22 6.900 20.300 8.600 17.200 10.900 12.800 14.400 9.500 19.600 9.500 26 9.500 30.500 14 30.500 19.800c0 3.300-1.900 5.200-4.900 5.200H8.200c-2.700 0-5.200-.6-6.600-2.100z"
      />
      <g stroke="#e3a92f" strokeWidth="2.100" strokeLinecap="round">
        <path d="M14.200 20.800l3.100-6.800M19.300 20.800l2.300-7.100M24.300 20.300l1.400-5.300" />
      </g>
      <circle cx="9.600" cy="20.300" r="1.050" fill="var(--surface, #fff)" />
    </svg>
  )
}
