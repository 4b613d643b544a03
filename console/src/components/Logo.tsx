/** The tenrec: a round back of stripes, a long nose. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Tenrec">
      <path
        fill="currentColor"
        d="M1.6 22.9C5 22 6.9 20.3 8.6 17.2 10.9 12.8 14.4 9.5 19.6 9.5 26 9.5 30.5 14 30.5 19.8c0 3.3-1.9 5.2-4.9 5.2H8.2c-2.7 0-5.2-.6-6.6-2.1z"
      />
      <g stroke="#e3a92f" strokeWidth="2.1" strokeLinecap="round">
        <path d="M14.2 20.8l3.1-6.8M19.3 20.8l2.3-7.1M24.3 20.3l1.4-5.3" />
      </g>
      <circle cx="9.6" cy="20.3" r="1.05" fill="var(--surface, #fff)" />
    </svg>
  )
}
